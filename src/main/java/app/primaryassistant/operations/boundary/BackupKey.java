package app.primaryassistant.operations.boundary;

import com.exceptionfactory.jagged.x25519.X25519KeyPairGenerator;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/** The key that backups are encrypted with: an X25519 identity of age, {@code AGE-SECRET-KEY-1…}. */
public final class BackupKey {

    private BackupKey() {}

    public static String make() throws GeneralSecurityException {
        return new String(
                new X25519KeyPairGenerator().generateKeyPair().getPrivate().getEncoded(), StandardCharsets.US_ASCII);
    }
}

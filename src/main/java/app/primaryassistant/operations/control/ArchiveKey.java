package app.primaryassistant.operations.control;

import app.primaryassistant.operations.entity.CommandFailed;
import app.primaryassistant.platform.config.InvalidSetting;
import app.primaryassistant.platform.config.Settings;
import com.exceptionfactory.jagged.framework.stream.StandardDecryptingChannelFactory;
import com.exceptionfactory.jagged.framework.stream.StandardEncryptingChannelFactory;
import com.exceptionfactory.jagged.x25519.X25519KeyFactory;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaReaderFactory;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaWriterFactory;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.util.List;
import javax.crypto.spec.SecretKeySpec;

/** The key of all archives, an X25519 identity of the age format: what it encrypts, {@code age -d -i} decrypts too. */
public final class ArchiveKey {

    private static final String SETTING = "BACKUP_KEY";
    private static final int BUFFER = 1 << 16;

    private final String identity;
    private final String recipient;

    private ArchiveKey(String identity) throws GeneralSecurityException {
        this.identity = identity;
        byte[] secret = identity.getBytes(StandardCharsets.US_ASCII);
        this.recipient = new String(
                new X25519KeyFactory()
                        .translateKey(new SecretKeySpec(secret, "X25519"))
                        .getEncoded(),
                StandardCharsets.US_ASCII);
    }

    /** @throws InvalidSetting if {@code BACKUP_KEY} is missing or no identity; around it there may be comments of age-keygen */
    public static ArchiveKey of(Settings settings) {
        String advice = " Generate one with `assistant secret --backup-key`, and keep a copy off this server.";
        String identity = settings.find(SETTING)
                .orElseThrow(() -> new InvalidSetting(SETTING + " and " + SETTING + "_FILE are not set." + advice))
                .lines()
                .map(String::strip)
                .filter(line -> line.startsWith("AGE-SECRET-KEY-1"))
                .findFirst()
                .orElse("");
        try {
            return new ArchiveKey(identity);
        } catch (GeneralSecurityException | RuntimeException invalid) {
            throw new InvalidSetting(SETTING + " is not an age identity (AGE-SECRET-KEY-1…)." + advice);
        }
    }

    OutputStream encrypt(Path file) throws IOException {
        try {
            var channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            var writer = X25519RecipientStanzaWriterFactory.newRecipientStanzaWriter(recipient);
            var encrypting = new StandardEncryptingChannelFactory().newEncryptingChannel(channel, List.of(writer));
            return new BufferedOutputStream(Channels.newOutputStream(encrypting), BUFFER);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("The key was valid before", impossible);
        }
    }

    /** @throws CommandFailed if the file is no archive, or one made with another key */
    InputStream decrypt(Path file) throws IOException, CommandFailed {
        var channel = FileChannel.open(file, StandardOpenOption.READ);
        try {
            var reader = X25519RecipientStanzaReaderFactory.newRecipientStanzaReader(identity);
            var decrypting = new StandardDecryptingChannelFactory().newDecryptingChannel(channel, List.of(reader));
            return new BufferedInputStream(Channels.newInputStream(decrypting), BUFFER);
        } catch (GeneralSecurityException | IOException | RuntimeException refused) {
            channel.close();
            throw new CommandFailed(
                    file + " cannot be opened with " + SETTING
                            + ": it was made with another key, is damaged, or is not a" + " backup.",
                    refused);
        }
    }
}

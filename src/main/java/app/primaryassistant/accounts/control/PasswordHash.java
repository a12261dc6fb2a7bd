package app.primaryassistant.accounts.control;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;

/** Argon2id with OWASP's parameters: 19 MiB, 2 passes, 1 lane. It takes some 30 ms of a processor. */
public final class PasswordHash {

    private static final Argon2Function ARGON2ID = Argon2Function.getInstance(19_456, 2, 1, 32, Argon2.ID);

    private PasswordHash() {}

    public static String of(String password) {
        return Password.hash(password).addRandomSalt(16).with(ARGON2ID).getResult();
    }

    static boolean matches(String password, String hash) {
        return Password.check(password, hash).with(ARGON2ID);
    }
}

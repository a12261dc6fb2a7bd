package app.primaryassistant.imports.entity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/** What a row is known again by when its file, or a later one that holds it too, is imported once more. */
public final class ContentKey {

    /** 128 bits: that two of a person's rows meet by accident need not be feared. */
    private static final int BYTES = 16;

    private ContentKey() {}

    public static String of(String content) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, BYTES));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java has SHA-256", missing);
        }
    }
}

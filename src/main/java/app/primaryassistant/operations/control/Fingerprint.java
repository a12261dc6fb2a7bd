package app.primaryassistant.operations.control;

import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Passes bytes on while it counts them and computes their SHA-256. Closing it leaves the target open. */
final class Fingerprint extends OutputStream {

    private final OutputStream target;
    private final MessageDigest digest;
    private long length;

    Fingerprint(OutputStream target) {
        this.target = target;
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }

    /** One that keeps nothing of what it is given. */
    static Fingerprint only() {
        return new Fingerprint(OutputStream.nullOutputStream());
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int count) throws IOException {
        target.write(bytes, offset, count);
        digest.update(bytes, offset, count);
        length += count;
    }

    long length() {
        return length;
    }

    /** The SHA-256 of everything written, in hexadecimal; nothing may be written afterwards. */
    String sha256() {
        return HexFormat.of().formatHex(digest.digest());
    }
}

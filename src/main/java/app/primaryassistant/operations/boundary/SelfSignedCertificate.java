package app.primaryassistant.operations.boundary;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;

/**
 * A certificate that vouches for itself, and its key, both in PEM. The JDK can make one only by its program {@code keytool}.
 */
public record SelfSignedCertificate(String certificate, String key) {

    private static final String PASSWORD = "transient";
    private static final String ALIAS = "server";

    /** Browsers refuse certificates that are valid for longer. */
    private static final String DAYS = "397";

    /** @param host a name of DNS; {@code localhost} and its address are included always */
    public static SelfSignedCertificate of(String host)
            throws IOException, InterruptedException, GeneralSecurityException {
        Path directory = Files.createTempDirectory("certificate");
        Path store = directory.resolve("server.p12");
        try {
            generate(host, store);
            KeyStore made = KeyStore.getInstance("PKCS12");
            try (InputStream in = Files.newInputStream(store)) {
                made.load(in, PASSWORD.toCharArray());
            }
            return new SelfSignedCertificate(
                    pem("CERTIFICATE", made.getCertificate(ALIAS).getEncoded()),
                    pem(
                            "PRIVATE KEY",
                            made.getKey(ALIAS, PASSWORD.toCharArray()).getEncoded()));
        } finally {
            Files.deleteIfExists(store);
            Files.delete(directory);
        }
    }

    private static void generate(String host, Path store) throws IOException, InterruptedException {
        Process keytool = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        PASSWORD,
                        "-alias",
                        ALIAS,
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-validity",
                        DAYS,
                        "-dname",
                        "CN=" + host,
                        "-ext",
                        "SAN=dns:localhost,ip:127.0.0.1" + (host.equals("localhost") ? "" : ",dns:" + host)))
                .redirectErrorStream(true)
                .start();
        String said = new String(keytool.getInputStream().readAllBytes(), Charset.defaultCharset());
        if (keytool.waitFor() != 0) {
            throw new IOException("keytool: " + said.strip());
        }
    }

    private static String pem(String label, byte[] content) {
        return "-----BEGIN " + label + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content)
                + "\n-----END " + label + "-----\n";
    }
}

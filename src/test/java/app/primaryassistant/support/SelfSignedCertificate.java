package app.primaryassistant.support;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/**
 * A certificate for this machine's loopback names, as PEM files, and the trust of clients in it and nothing else.
 *
 * <p>Made by the JDK's own keytool, so that the tests need no other program.
 */
public record SelfSignedCertificate(Path certificate, Path key, SSLContext trust) {

    private static final String PASSWORD = "password";
    private static final String ALIAS = "server";

    private static @Nullable SelfSignedCertificate made;

    /** The one of this run of the tests; making it takes longer than starting a server with it. */
    static synchronized SelfSignedCertificate ofThisRun() throws IOException, InterruptedException {
        if (made == null) {
            made = another();
        }
        return made;
    }

    /** One that nobody else has. */
    public static SelfSignedCertificate another() throws IOException, InterruptedException {
        Path directory = Files.createTempDirectory("certificate-test");
        var certificate = in(directory);
        for (Path file :
                List.of(directory, directory.resolve("server.p12"), certificate.certificate(), certificate.key())) {
            file.toFile().deleteOnExit();
        }
        return certificate;
    }

    private static SelfSignedCertificate in(Path directory) throws IOException, InterruptedException {
        Path store = directory.resolve("server.p12");
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
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "SAN=dns:localhost,ip:127.0.0.1"))
                .redirectErrorStream(true)
                .start();
        String said = new String(keytool.getInputStream().readAllBytes(), Charset.defaultCharset());
        if (keytool.waitFor() != 0) {
            throw new IOException("keytool failed:\n" + said);
        }
        try {
            return from(store, directory);
        } catch (GeneralSecurityException failed) {
            throw new IOException(failed);
        }
    }

    private static SelfSignedCertificate from(Path store, Path directory) throws IOException, GeneralSecurityException {
        KeyStore made = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            made.load(in, PASSWORD.toCharArray());
        }
        var certificate = made.getCertificate(ALIAS);
        byte[] key = made.getKey(ALIAS, PASSWORD.toCharArray()).getEncoded();

        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry(ALIAS, certificate);
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);

        return new SelfSignedCertificate(
                pem(directory.resolve("certificate.pem"), "CERTIFICATE", certificate.getEncoded()),
                pem(directory.resolve("key.pem"), "PRIVATE KEY", key),
                context);
    }

    private static Path pem(Path file, String label, byte[] content) throws IOException {
        String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        return Files.writeString(file, "-----BEGIN " + label + "-----\n" + lines + "\n-----END " + label + "-----\n");
    }
}

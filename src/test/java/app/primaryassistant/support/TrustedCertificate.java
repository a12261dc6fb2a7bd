package app.primaryassistant.support;

import app.primaryassistant.operations.boundary.SelfSignedCertificate;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** A certificate for this machine's loopback names, as PEM files, and the trust of clients in it and nothing else. */
public record TrustedCertificate(Path certificate, Path key, SSLContext trust) {

    private static @Nullable TrustedCertificate made;

    /** The one of this run of the tests; making it takes longer than starting a server with it. */
    static synchronized TrustedCertificate ofThisRun() throws IOException, InterruptedException {
        if (made == null) {
            made = another();
        }
        return made;
    }

    /** One that nobody else has. */
    public static TrustedCertificate another() throws IOException, InterruptedException {
        Path directory = Files.createTempDirectory("certificate-test");
        var certificate = in(directory);
        for (Path file : List.of(directory, certificate.certificate(), certificate.key())) {
            file.toFile().deleteOnExit();
        }
        return certificate;
    }

    private static TrustedCertificate in(Path directory) throws IOException, InterruptedException {
        try {
            var made = SelfSignedCertificate.of("localhost");
            return new TrustedCertificate(
                    Files.writeString(directory.resolve("certificate.pem"), made.certificate()),
                    Files.writeString(directory.resolve("key.pem"), made.key()),
                    trustIn(made.certificate()));
        } catch (GeneralSecurityException failed) {
            throw new IOException(failed);
        }
    }

    private static SSLContext trustIn(String certificate) throws IOException, GeneralSecurityException {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry(
                "server",
                CertificateFactory.getInstance("X.509")
                        .generateCertificate(
                                new ByteArrayInputStream(certificate.getBytes(StandardCharsets.US_ASCII))));
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}

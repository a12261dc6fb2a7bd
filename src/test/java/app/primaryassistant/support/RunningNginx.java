package app.primaryassistant.support;

import app.primaryassistant.local.Machine;
import app.primaryassistant.local.Nginx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import javax.net.ssl.SSLSocket;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/**
 * The real Nginx with the real configuration, on free ports of the loopback address, started by the entry point of its
 * container.
 */
public final class RunningNginx implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Path directory;
    private final TrustedCertificate certificate;
    private final int httpPort;
    private final int httpsPort;
    private final Nginx nginx;

    /** @param overrides settings by the names of {@code env/nginx.env.example} */
    public RunningNginx(URI upstream, Map<String, String> overrides) throws IOException, InterruptedException {
        directory = Files.createTempDirectory("nginx-test");
        certificate = TrustedCertificate.ofThisRun();
        httpPort = Machine.freePort();
        httpsPort = Machine.freePort();
        for (Path files : List.of(staticFiles(), uploads(), acme())) {
            Files.createDirectory(files);
        }
        Map<String, String> settings = new HashMap<>();
        settings.put("WATCH_SECONDS", "1");
        settings.put("TLS_CERTIFICATE", certificate.certificate().toString());
        settings.put("TLS_CERTIFICATE_KEY", certificate.key().toString());
        settings.put("STATIC_ROOT", staticFiles().toString());
        settings.put("UPLOADS_ROOT", uploads().toString());
        settings.put("ACME_ROOT", acme().toString());
        settings.putAll(overrides);
        nginx = Nginx.start(directory, httpPort, httpsPort, upstream, settings);
    }

    public URI http(String path) {
        return URI.create("http://localhost:" + httpPort + path);
    }

    public URI https(String path) {
        return URI.create("https://localhost:" + httpsPort + path);
    }

    /** A client that trusts this server, speaks HTTP/2 and follows no redirect. */
    public HttpClient client() {
        return HttpClient.newBuilder().sslContext(certificate.trust()).build();
    }

    /**
     * A client that does as browsers do when a reload closes a connection just as they send a request by it: it sends the
     * request again. The JDK does so by HTTP/1.1 only.
     */
    public HttpClient patientClient() {
        return HttpClient.newBuilder()
                .sslContext(certificate.trust())
                .version(HttpClient.Version.HTTP_1_1)
                .build();
    }

    /** A connection for what no well-behaved client would send. */
    public SSLSocket connectSecurely() throws IOException {
        return (SSLSocket)
                certificate.trust().getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), httpsPort);
    }

    public Path staticFiles() {
        return directory.resolve("static");
    }

    public Path uploads() {
        return directory.resolve("uploads");
    }

    public Path acme() {
        return directory.resolve("acme");
    }

    public String accessLog() {
        return read("access.log");
    }

    public String errorLog() {
        return read("error.log");
    }

    /** Waits for a line in the access log, which is written only after the client has its answer. */
    public String awaitAccess(Predicate<String> wanted) {
        return await("access.log", wanted);
    }

    /** Waits for a line in the error log, where also the entry point says what it does. */
    public String awaitError(Predicate<String> wanted) {
        return await("error.log", wanted);
    }

    private String await(String log, Predicate<String> wanted) {
        try {
            return Awaitility.await()
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(10))
                    .until(() -> read(log).lines().filter(wanted).findFirst(), Optional::isPresent)
                    .orElseThrow();
        } catch (ConditionTimeoutException never) {
            throw new AssertionError("Nginx did not log it:\n" + read(log), never);
        }
    }

    @Override
    public void close() throws IOException {
        nginx.close();
        Machine.discard(directory);
    }

    private String read(String file) {
        try {
            return Files.readString(directory.resolve(file));
        } catch (IOException none) {
            return "";
        }
    }
}

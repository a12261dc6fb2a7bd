package app.primaryassistant.support;

import app.primaryassistant.local.Machine;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.net.ssl.SSLSocket;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/**
 * The real Nginx with the real configuration, on free ports of the loopback address, started by the entry point of its
 * container.
 */
public final class RunningNginx implements AutoCloseable {

    private static final String ENTRY_POINT = "containers/nginx/entrypoint";
    private static final String WHERE_SERVERS_ARE = "/usr/sbin:/usr/local/sbin";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Path directory;
    private final TrustedCertificate certificate;
    private final int httpPort;
    private final int httpsPort;
    private final Process process;

    /** @param overrides settings by the names of {@code env/nginx.env.example} */
    public RunningNginx(URI upstream, Map<String, String> overrides) throws IOException, InterruptedException {
        directory = Files.createTempDirectory("nginx-test");
        certificate = TrustedCertificate.ofThisRun();
        httpPort = Machine.freePort();
        httpsPort = Machine.freePort();
        for (Path files : List.of(staticFiles(), uploads(), acme(), scratch())) {
            Files.createDirectory(files);
        }
        Map<String, String> settings = new HashMap<>();
        settings.put("HTTP_LISTEN", "127.0.0.1:" + httpPort);
        settings.put("HTTPS_LISTEN", "127.0.0.1:" + httpsPort);
        settings.put("HTTPS_PORT", Integer.toString(httpsPort));
        settings.put("UPSTREAM", InetAddress.getByName(upstream.getHost()).getHostAddress() + ":" + upstream.getPort());
        settings.put("WATCH_SECONDS", "1");
        settings.put("TLS_CERTIFICATE", certificate.certificate().toString());
        settings.put("TLS_CERTIFICATE_KEY", certificate.key().toString());
        settings.put("STATIC_ROOT", staticFiles().toString());
        settings.put("UPLOADS_ROOT", uploads().toString());
        settings.put("ACME_ROOT", acme().toString());
        settings.put("SCRATCH", scratch().toString());
        settings.putAll(overrides);
        process = start(settings);
        try {
            awaitListening();
        } catch (IOException | RuntimeException failed) {
            close();
            throw failed;
        }
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

    private Path scratch() {
        return directory.resolve("scratch");
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
        // Nginx ends after its workers. For those that nobody waits for, process 1 may take seconds to say that they
        // have ended.
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    /** As the container starts it. Of root's Nginx the workers would be somebody who may not read our files. */
    private Process start(Map<String, String> settings) throws IOException {
        List<String> command = new ArrayList<>(List.of(ENTRY_POINT));
        if (System.getProperty("user.name").equals("root")) {
            command.add("user root;");
        }
        var builder = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        directory.resolve("access.log").toFile()))
                .redirectError(ProcessBuilder.Redirect.appendTo(
                        directory.resolve("error.log").toFile()));
        builder.environment().merge("PATH", WHERE_SERVERS_ARE, (path, more) -> path + File.pathSeparator + more);
        builder.environment().putAll(settings);
        return builder.start();
    }

    private void awaitListening() throws IOException {
        Awaitility.await("Nginx to listen")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> isListening() || !process.isAlive());
        if (!process.isAlive()) {
            throw new IOException("Nginx ended at its start:\n" + errorLog());
        }
    }

    /** It listens before it writes its number; while it only tests its configuration, it listens and writes none. */
    private boolean isListening() {
        return !read("scratch/nginx.pid").isBlank();
    }

    private String read(String file) {
        try {
            return Files.readString(directory.resolve(file));
        } catch (IOException none) {
            return "";
        }
    }
}

package app.primaryassistant.support;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SSLSocket;

/**
 * The real Nginx with the real configuration, on free ports of the loopback address.
 *
 * <p>Settings are put into the templates as the container does it, with {@code env/nginx.env.example} for defaults.
 */
public final class RunningNginx implements AutoCloseable {

    private static final Path CONFIGURATION = Path.of("nginx");
    private static final Path DEFAULTS = Path.of("env", "nginx.env.example");
    private static final Pattern SETTING = Pattern.compile("\\$\\{([A-Z_]+)}");
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Path directory;
    private final SelfSignedCertificate certificate;
    private final int httpPort;
    private final int httpsPort;
    private final Process process;

    /** @param overrides settings by the names of {@code env/nginx.env.example} */
    public RunningNginx(URI upstream, Map<String, String> overrides) throws IOException, InterruptedException {
        directory = Files.createTempDirectory("nginx-test");
        certificate = SelfSignedCertificate.ofThisRun();
        httpPort = Application.freePort();
        httpsPort = Application.freePort();
        for (Path files : List.of(staticFiles(), uploads(), acme(), scratch())) {
            Files.createDirectory(files);
        }
        Map<String, String> settings = settings(DEFAULTS);
        settings.put("HTTP_LISTEN", "127.0.0.1:" + httpPort);
        settings.put("HTTPS_LISTEN", "127.0.0.1:" + httpsPort);
        settings.put("HTTPS_PORT", Integer.toString(httpsPort));
        settings.put("UPSTREAM", InetAddress.getByName(upstream.getHost()).getHostAddress() + ":" + upstream.getPort());
        settings.put("TLS_CERTIFICATE", certificate.certificate().toString());
        settings.put("TLS_CERTIFICATE_KEY", certificate.key().toString());
        settings.put("STATIC_ROOT", staticFiles().toString());
        settings.put("UPLOADS_ROOT", uploads().toString());
        settings.put("ACME_ROOT", acme().toString());
        settings.put("SCRATCH", scratch().toString());
        settings.putAll(overrides);
        Path configuration = render(settings);

        List<String> command = command(configuration);
        List<String> check = new ArrayList<>(command);
        check.add("-t");
        if (start(check).waitFor() != 0) {
            throw new IOException("Nginx does not take its configuration:\n" + errorLog());
        }
        process = start(command);
        try {
            awaitListening();
        } catch (IOException | InterruptedException failed) {
            close();
            throw failed;
        }
    }

    /** Reads a file of {@code NAME=value} lines with comments between. */
    public static Map<String, String> settings(Path file) throws IOException {
        Map<String, String> settings = new HashMap<>();
        for (String line : Files.readAllLines(file)) {
            if (!line.isBlank() && !line.startsWith("#")) {
                String[] parts = line.split("=", 2);
                settings.put(parts[0], parts[1]);
            }
        }
        return settings;
    }

    /** The settings that the templates ask for. */
    public static Stream<String> settingsInTemplates() throws IOException {
        List<String> names = new ArrayList<>();
        for (Path template : files(CONFIGURATION.resolve("templates"))) {
            SETTING.matcher(Files.readString(template)).results().map(found -> found.group(1)).forEach(names::add);
        }
        return names.stream().distinct();
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

    /** A connection for what no well-behaved client would send. */
    public SSLSocket connectSecurely() throws IOException {
        return (SSLSocket) certificate.trust().getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), httpsPort);
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
    public String awaitAccess(Predicate<String> wanted) throws InterruptedException {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(deadline)) {
            var line = accessLog().lines().filter(wanted).findFirst();
            if (line.isPresent()) {
                return line.get();
            }
            process.waitFor(10, TimeUnit.MILLISECONDS);
        }
        throw new AssertionError("Nginx did not log it:\n" + accessLog());
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private Path render(Map<String, String> settings) throws IOException {
        Path target = directory.resolve("etc");
        Path rendered = Files.createDirectories(target.resolve("conf.d"));
        Path snippets = Files.createDirectory(target.resolve("snippets"));
        for (Path snippet : files(CONFIGURATION.resolve("snippets"))) {
            Files.copy(snippet, snippets.resolve(snippet.getFileName()));
        }
        for (Path template : files(CONFIGURATION.resolve("templates"))) {
            String name = template.getFileName().toString().replaceFirst("\\.template$", "");
            String content = SETTING.matcher(Files.readString(template)).replaceAll(found -> value(settings, found.group(1)));
            Files.writeString(rendered.resolve(name), content);
        }
        return Files.copy(CONFIGURATION.resolve("nginx.conf"), target.resolve("nginx.conf"));
    }

    private static String value(Map<String, String> settings, String name) {
        if (!settings.containsKey(name)) {
            throw new IllegalArgumentException(name + " stands in a template and not in " + DEFAULTS);
        }
        return Matcher.quoteReplacement(settings.get(name));
    }

    private static List<Path> files(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.sorted().toList();
        }
    }

    /** In the foreground, as a child. Started by root, its workers would otherwise be somebody who may not read our files. */
    private List<String> command(Path configuration) {
        String nginx = RequiresProgram.Presence.find("nginx").map(Path::toString).orElse("nginx");
        String user = System.getProperty("user.name").equals("root") ? "user root;" : "";
        return List.of(
                nginx,
                "-c", configuration.toString(),
                "-e", "stderr",
                "-g", "daemon off; pid " + directory.resolve("nginx.pid") + "; " + user);
    }

    private Process start(List<String> command) throws IOException {
        return new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(directory.resolve("access.log").toFile()))
                .redirectError(ProcessBuilder.Redirect.appendTo(directory.resolve("error.log").toFile()))
                .start();
    }

    private void awaitListening() throws IOException, InterruptedException {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (!isListening()) {
            if (process.waitFor(20, TimeUnit.MILLISECONDS)) {
                throw new IOException("Nginx ended at its start:\n" + errorLog());
            }
            if (Instant.now().isAfter(deadline)) {
                throw new IOException("Nginx did not listen after " + PATIENCE.toSeconds() + " s:\n" + errorLog());
            }
        }
    }

    private boolean isListening() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), httpsPort)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    private String read(String log) {
        try {
            return Files.readString(directory.resolve(log));
        } catch (IOException none) {
            return "";
        }
    }
}

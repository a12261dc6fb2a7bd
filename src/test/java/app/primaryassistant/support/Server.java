package app.primaryassistant.support;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** Payara Micro with the program deployed, as a process of its own on the loopback address. */
public final class Server implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(150);

    /** As text, or within a line of JSON. */
    private static final Pattern URLS = Pattern.compile("Payara Micro URLs:(\n|\\\\n)http");

    /** As in the container. */
    private static final Path BOOT_COMMANDS = Path.of("containers", "web");

    private final Process process;
    private final URI uri;
    private final Path log;

    private Server(Process process, URI uri, Path log) {
        this.process = process;
        this.uri = uri;
        this.log = log;
    }

    /**
     * Starts the process and returns at once; {@link #awaitReady} waits until the program says that it is ready.
     *
     * @param application the WAR, packed or not
     * @param log the file that takes everything the server prints
     * @param options further ones of Payara Micro
     */
    static Server start(Path application, int port, Map<String, String> environment, Path log, String... options)
            throws IOException {
        return start(application, port, environment, log, List.of(), options);
    }

    /** @param jvmOptions further ones of the JVM, which win over those of every test */
    static Server start(
            Path application, int port, Map<String, String> environment, Path log, List<String> jvmOptions, String... options)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        String agent = System.getProperty("server.agent", "");
        if (!agent.isBlank()) {
            command.add(agent);
        }
        command.addAll(List.of(
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=" + System.getProperty("server.tier", "4"),
                "-Djava.awt.headless=true"));
        command.addAll(jvmOptions);
        command.addAll(List.of(
                "-jar",
                System.getProperty("server.jar"),
                "--prebootcommandfile",
                beforeBoot(),
                "--port",
                Integer.toString(port),
                "--nohazelcast",
                "--disablephonehome",
                "--contextroot",
                "/",
                "--deploy",
                application.toString()));
        command.addAll(List.of(options));
        return run(command, port, environment, log);
    }

    /** Starts the server by a command of one's own. */
    static Server run(List<String> command, int port, Map<String, String> environment, Path log) throws IOException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        return new Server(builder.start(), URI.create("http://localhost:" + port + "/"), log);
    }

    /** The file that makes Payara Micro listen on the loopback address only; by itself it takes every address. */
    public static String loopbackOnly() {
        try {
            return Path.of(Server.class.getResource("/loopback.asadmin").toURI()).toString();
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The container's commands before the start, and {@link #loopbackOnly}: Payara Micro takes one file. */
    public static String beforeBoot() throws IOException {
        Path commands = Files.createTempFile("before-boot", ".asadmin");
        commands.toFile().deleteOnExit();
        String container = Files.readString(BOOT_COMMANDS.resolve("before-boot.asadmin"));
        return Files.writeString(commands, Files.readString(Path.of(loopbackOnly())) + "\n" + container).toString();
    }

    URI uri() {
        return uri;
    }

    Process process() {
        return process;
    }

    void awaitReady() throws IOException, InterruptedException {
        long begun = System.nanoTime();
        while (!isReady()) {
            if (process.waitFor(200, TimeUnit.MILLISECONDS)) {
                throw new IOException("The server ended at its start:\n" + Files.readString(log));
            }
            if (startedWithoutProgram()) {
                throw new IOException("The program could not be deployed:\n" + Files.readString(log));
            }
            if (System.nanoTime() - begun > PATIENCE.toNanos()) {
                throw new IOException("The server was not ready after " + PATIENCE.toSeconds() + " s:\n" + Files.readString(log));
            }
        }
    }

    /** Payara Micro stays up, empty, when a deployment fails; its banner then names no module. */
    private boolean startedWithoutProgram() throws IOException {
        String printed = Files.readString(log);
        return printed.contains("ready in") && !URLS.matcher(printed).find();
    }

    /** The port opens seconds before the program is deployed, so only its own word counts. */
    private boolean isReady() throws InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(uri.resolve("/health/ready"))
                    .version(HttpClient.Version.HTTP_1_1)
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}

package app.primaryassistant.local;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Payara Micro with the program deployed, as a process of its own on the loopback address. */
public final class Server implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(150);

    /** What the server says of itself once it is up, as text or within a line of JSON, where nothing could be deployed. */
    private static final Pattern NOTHING_DEPLOYED = Pattern.compile("\\\\?\"Deployed\\\\?\": *\\[\\s*\\]");

    /** The program's own line about why it cannot start. */
    private static final Pattern REASON =
            Pattern.compile("((?:The schema could not be updated|The database rejects|A setting is wrong)[^\"\n]*)");

    /** As in the container. */
    private static final Path BOOT_COMMANDS = Path.of("containers", "web");

    private static final String LOOPBACK =
            "set configs.config.server-config.network-config.network-listeners.network-listener.http-listener.address=127.0.0.1";

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
    public static Server start(Path application, int port, Map<String, String> environment, Path log, String... options)
            throws IOException {
        return start(application, port, environment, log, List.of(), options);
    }

    /** @param jvmOptions further ones of the JVM, which win over those of every test */
    public static Server start(
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
                "--postdeploycommandfile",
                BOOT_COMMANDS.resolve("after-deployment.asadmin").toString(),
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
    public static Server run(List<String> command, int port, Map<String, String> environment, Path log) throws IOException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        return new Server(builder.start(), URI.create("http://localhost:" + port + "/"), log);
    }

    /** What Payara Micro is told before it starts: as in the container, but for the loopback address only. It would take every one. */
    public static String beforeBoot() throws IOException {
        return beforeBoot(command -> true);
    }

    /** The same for a server that is to open its port by itself. */
    public static String beforeBootOpen() throws IOException {
        return beforeBoot(command -> !command.endsWith(".enabled=false"));
    }

    private static String beforeBoot(Predicate<String> wanted) throws IOException {
        Path commands = Files.createTempFile("before-boot", ".asadmin");
        commands.toFile().deleteOnExit();
        Stream<String> container = Files.readAllLines(BOOT_COMMANDS.resolve("before-boot.asadmin")).stream().filter(wanted);
        return Files.write(commands, Stream.concat(Stream.of(LOOPBACK), container).toList()).toString();
    }

    public URI uri() {
        return uri;
    }

    public Process process() {
        return process;
    }

    /** @throws StartFailed if the server ends, stays without the program, or takes too long */
    public void awaitReady() throws IOException, InterruptedException {
        long begun = System.nanoTime();
        while (!isReady()) {
            if (process.waitFor(200, TimeUnit.MILLISECONDS)) {
                throw new StartFailed("The server ended at its start with status " + process.exitValue(), log);
            }
            String printed = Files.readString(log);
            if (NOTHING_DEPLOYED.matcher(printed).find()) {
                Matcher reason = REASON.matcher(printed);
                throw new StartFailed("The program could not be deployed" + (reason.find() ? ": " + reason.group(1) : ""), log);
            }
            if (System.nanoTime() - begun > PATIENCE.toNanos()) {
                throw new StartFailed("The server was not ready after " + PATIENCE.toSeconds() + " s", log);
            }
        }
    }

    /** Why the program is not there, in one sentence, and everything that the server has printed. */
    static final class StartFailed extends IOException {
        private static final long serialVersionUID = 1;

        private final String sentence;

        StartFailed(String sentence, Path log) throws IOException {
            super(sentence + "\n" + Files.readString(log));
            this.sentence = sentence;
        }

        String sentence() {
            return sentence;
        }
    }

    /** Only the program's own word counts. */
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

    /**
     * The status of the first answer that a client gets which asks a server again at once where it is refused; empty if the
     * server ends before.
     */
    public static Optional<Integer> firstAnswer(URI server, Process process) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(server.resolve("/api/v1/auth/state"))
                .version(HttpClient.Version.HTTP_1_1)
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            Optional<Integer> answer = Optional.empty();
            while (answer.isEmpty() && process.isAlive()) {
                answer = ask(client, request);
            }
            return answer;
        }
    }

    private static Optional<Integer> ask(HttpClient client, HttpRequest request) throws IOException, InterruptedException {
        try {
            return Optional.of(
                    client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode());
        } catch (ConnectException refused) {
            return Optional.empty();
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

package app.primaryassistant.support;

import app.primaryassistant.local.Database;
import app.primaryassistant.local.Machine;
import app.primaryassistant.local.Server;
import app.primaryassistant.support.contract.ContractFilter;
import com.exceptionfactory.jagged.x25519.X25519KeyPairGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The whole program, running: a database and a server, started once for all tests and stopped when they end. */
public final class Application {

    /** What a scraper of the metrics shows. */
    public static final String METRICS_TOKEN = "0123456789abcdef0123456789abcdef";

    /** What links in e-mail begin with: not what the tests call the server. */
    public static final String PUBLIC_URL = "https://health.example.org";

    /** The log is as the container writes it. */
    private static final String LOG_PROPERTIES = "containers/web/logging.properties";

    private static final Pattern SETUP_CODE = Pattern.compile("enter this setup code: ([\\w-]+)");

    /** The last line of a histogram of the heap: instances, and bytes. */
    private static final Pattern HEAP = Pattern.compile("(?m)^Total +\\d+ +(\\d+)");

    private static Application running;
    private static Application behindProxy;

    private final Database database;
    private final Path log;
    private final Map<String, String> environment;
    private final List<String> jvmOptions;
    private final int port;
    private Server server;

    private Application(Database database, Path log, Map<String, String> environment, List<String> jvmOptions)
            throws IOException {
        this.database = database;
        this.log = log;
        this.environment = environment;
        this.jvmOptions = jvmOptions;
        this.port = Machine.freePort();
        this.server = launch();
    }

    /** Where the database comes from. */
    private interface DatabaseStart {
        Database in(Path directory) throws IOException, SQLException;
    }

    private Server launch() throws IOException {
        return Server.start(war(), port, environment, log, jvmOptions, "--logproperties", LOG_PROPERTIES);
    }

    /** Another server on the same database; whoever starts it closes it. */
    public Server replica() throws IOException, InterruptedException {
        Server replica = Server.start(
                war(),
                Machine.freePort(),
                environment,
                log.resolveSibling("replica.log"),
                jvmOptions,
                "--logproperties",
                LOG_PROPERTIES);
        replica.awaitReady();
        return replica;
    }

    public static synchronized Application running() {
        if (running == null) {
            running = start(Map.of());
        }
        return running;
    }

    /** One that believes what a proxy says, for all tests that need such a one; it logs more than usual. */
    public static synchronized Application behindProxy() {
        if (behindProxy == null) {
            behindProxy = start(Map.of("BEHIND_PROXY", "true", "LOG_LEVEL", "DEBUG"));
        }
        return behindProxy;
    }

    /** One of its own for a test that breaks it, or needs other options of the JVM. */
    public static Application start(Map<String, String> settings, String... jvmOptions) {
        return start(settings, Database::temporary, jvmOptions);
    }

    /** One whose database is as a person's is under {@code ./mvnw}: what it has acknowledged stays. */
    public static Application startLasting() {
        return start(Map.of(), directory -> Database.lasting(directory, Machine.freePort()));
    }

    private static Application start(Map<String, String> settings, DatabaseStart start, String... jvmOptions) {
        // Here, where every test gets the address of the server from.
        ContractFilter.install(
                war().resolveSibling("contract-unmet-%s.txt".formatted(System.getProperty("fork", "1"))));
        try {
            Path directory = Files.createTempDirectory("assistant-test");
            Path log = directory.resolve("server.log");
            Database database = start.in(directory);
            Map<String, String> environment = new HashMap<>(database.environment());
            environment.put("STORAGE_DIRECTORY", directory.resolve("storage").toString());
            environment.put("REGISTRATION", "open");
            environment.put("METRICS_TOKEN", METRICS_TOKEN);
            environment.put("BACKUP_DIRECTORY", directory.resolve("backups").toString());
            environment.put("BACKUP_KEY", backupKey());
            // A backup in the night of the test would be counted among its statements.
            environment.put("BACKUP_AT", "");
            environment.put("SMTP_HOST", "127.0.0.1");
            environment.put("SMTP_PORT", Integer.toString(Machine.freePort()));
            environment.put("SMTP_TLS", "none");
            environment.put("SMTP_FROM", "assistant@example.org");
            environment.put("PUBLIC_URL", PUBLIC_URL);
            environment.putAll(settings);
            var application = new Application(database, log, environment, List.of(jvmOptions));
            Runtime.getRuntime().addShutdownHook(new Thread(application::stop));
            application.server.awaitReady();
            return application;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static String backupKey() {
        try {
            byte[] identity =
                    new X25519KeyPairGenerator().generateKeyPair().getPrivate().getEncoded();
            return new String(identity, StandardCharsets.US_ASCII);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has X25519", impossible);
        }
    }

    /** Where the program puts its backups. */
    public Path backups() {
        return log.resolveSibling("backups");
    }

    /** Where the program sends e-mail. Nobody listens there but a {@link Mailbox}. */
    int mailPort() {
        return Integer.parseInt(environment.get("SMTP_PORT"));
    }

    public URI uri() {
        return server.uri();
    }

    public Database database() {
        return database;
    }

    /** Everything the server has printed. */
    public String log() {
        try {
            return Files.readString(log);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The code of an installation that nobody has set up yet. */
    public String setupCode() {
        var matcher = SETUP_CODE.matcher(log());
        if (!matcher.find()) {
            throw new IllegalStateException("The log shows no setup code:\n" + log());
        }
        return matcher.group(1);
    }

    /** The bytes that the server's heap holds after garbage was collected. It stops the server for some tenths of a second. */
    public long liveHeap() {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        try {
            Process histogram = new ProcessBuilder(
                            jcmd, Long.toString(server.process().pid()), "GC.class_histogram")
                    .redirectErrorStream(true)
                    .start();
            String classes = new String(histogram.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            Matcher total = HEAP.matcher(classes);
            if (!total.find()) {
                throw new IllegalStateException("No sum of the heap in:\n" + classes);
            }
            return Long.parseLong(total.group(1));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Ends the server as a power cut would. */
    public void killServer() {
        server.process().destroyForcibly();
        try {
            server.process().waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Starts the server again and returns at once; its log begins anew. */
    public void startServer() throws IOException {
        server = launch();
    }

    /** Stops both and throws the data away; the server's log stays. */
    public void stop() {
        server.close();
        try {
            database.close();
            Machine.discard(log.resolveSibling("postgres"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Path war() {
        return Path.of(System.getProperty("application.war"));
    }
}

package app.primaryassistant.local.bench;

import app.primaryassistant.local.Database;
import app.primaryassistant.local.Machine;
import app.primaryassistant.local.Nginx;
import app.primaryassistant.local.Server;
import app.primaryassistant.operations.boundary.SelfSignedCertificate;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * The program as in production, on the loopback address and in a directory that goes with it: PostgreSQL that writes to the disk what
 * is committed, the server by the start of its container, and Nginx with TLS before it.
 */
final class Stack implements AutoCloseable {

    /** No client of the bench is to be told to wait; whatever else Nginx does, it does. */
    private static final Map<String, String> WITHOUT_LIMITS = Map.of(
            "AUTH_RATE", "100000r/s",
            "AUTH_BURST", "100000",
            "API_RATE", "100000r/s",
            "API_BURST", "100000",
            "ADDRESS_RATE", "100000r/s",
            "ADDRESS_BURST", "100000",
            "ADDRESS_CONNECTIONS", "1000",
            "BODY_LIMIT", "20m");

    private final Path directory;
    private final Database database;
    private final Server server;
    private final Nginx nginx;
    private final URI uri;
    private final Duration start;
    private final Ends ends;

    private Stack(Path directory, Database database, Server server, Nginx nginx, URI uri, Duration start, Ends ends) {
        this.directory = directory;
        this.database = database;
        this.server = server;
        this.nginx = nginx;
        this.uri = uri;
        this.start = start;
        this.ends = ends;
    }

    /** What is yet to be ended, the latest first: also where a later part does not start, or somebody interrupts the bench. */
    private static final class Ends {
        private final Deque<Runnable> ends = new ConcurrentLinkedDeque<>();

        Ends() {
            Runtime.getRuntime().addShutdownHook(new Thread(this::run));
        }

        void add(Runnable end) {
            ends.addFirst(end);
        }

        void run() {
            while (!ends.isEmpty()) {
                ends.removeFirst().run();
            }
        }
    }

    /** Starts all of it on the given port of HTTPS and the three after it, and returns once the program is ready. */
    static Stack start(int port) throws IOException, InterruptedException, SQLException, GeneralSecurityException {
        Path directory = Files.createTempDirectory("assistant-bench");
        var ends = new Ends();
        Database database = Database.measured(directory, port + 3);
        ends.add(() -> discard(database, directory));
        List<String> command = ContainerStart.prepare(directory);
        long begun = System.nanoTime();
        Server server = Server.run(command, port + 2, environment(database, directory, port + 2), directory.resolve("server.log"));
        ends.add(server::close);
        server.awaitReady();
        Duration start = Duration.ofNanos(System.nanoTime() - begun);
        Nginx nginx = nginx(directory, port, server.uri());
        ends.add(nginx::close);
        return new Stack(directory, database, server, nginx, URI.create("https://127.0.0.1:" + port), start, ends);
    }

    private static Map<String, String> environment(Database database, Path directory, int port) {
        Map<String, String> environment = new HashMap<>(database.environment());
        environment.put("STORAGE_DIRECTORY", directory.resolve("storage").toString());
        environment.put("BACKUP_DIRECTORY", directory.resolve("backups").toString());
        environment.put("BEHIND_PROXY", "true");
        environment.put("WEB_PORT", Integer.toString(port));
        return environment;
    }

    private static Nginx nginx(Path directory, int port, URI upstream)
            throws IOException, InterruptedException, GeneralSecurityException {
        var certificate = SelfSignedCertificate.of("localhost");
        Map<String, String> settings = new HashMap<>(WITHOUT_LIMITS);
        settings.put("TLS_CERTIFICATE", Files.writeString(directory.resolve("certificate.pem"), certificate.certificate()).toString());
        settings.put("TLS_CERTIFICATE_KEY", Files.writeString(directory.resolve("key.pem"), certificate.key()).toString());
        settings.put("STATIC_ROOT", staticFiles(directory.resolve("static")).toString());
        settings.put("UPLOADS_ROOT", directory.resolve("storage").toString());
        settings.put("ACME_ROOT", directory.resolve("acme").toString());
        return Nginx.start(directory, port + 1, port, upstream, settings);
    }

    /** The static files, each once more compressed, as the image of Nginx has them. */
    private static Path staticFiles(Path published) throws IOException {
        Path made = staticFiles();
        try (var files = Files.walk(made)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = published.resolve(made.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
                try (OutputStream compressed = new Compressed(copy.resolveSibling(copy.getFileName() + ".gz"))) {
                    Files.copy(file, compressed);
                }
            }
        }
        return published;
    }

    private static final class Compressed extends GZIPOutputStream {
        Compressed(Path file) throws IOException {
            super(Files.newOutputStream(file));
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }

    private static Path staticFiles() {
        return Path.of(System.getProperty("application.war"), "static");
    }

    /** The version in the path of the static files. */
    static String version() throws IOException {
        try (var versions = Files.list(staticFiles())) {
            return versions.findFirst().orElseThrow().getFileName().toString();
        }
    }

    /** Where Nginx is, by HTTPS. */
    URI uri() {
        return uri;
    }

    /** The certificate of Nginx, as PEM. */
    Path certificate() {
        return directory.resolve("certificate.pem");
    }

    Database postgres() {
        return database;
    }

    /** How long the server took until it was ready, with an empty database and without the cache of the container. */
    Duration start() {
        return start;
    }

    ProcessHandle server() {
        return server.process().toHandle();
    }

    ProcessHandle database() throws IOException {
        return database.postmaster();
    }

    ProcessHandle nginx() {
        return nginx.process().toHandle();
    }

    @Override
    public void close() {
        ends.run();
    }

    private static void discard(Database database, Path directory) {
        try {
            database.close();
            Machine.discard(directory);
        } catch (IOException failed) {
            System.err.println("The data in " + directory + " could not be removed: " + failed.getMessage());
        }
    }
}

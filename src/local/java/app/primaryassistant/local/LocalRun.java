package app.primaryassistant.local;

import com.exceptionfactory.jagged.x25519.X25519KeyPairGenerator;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Runs the program on a developer's machine: PostgreSQL with its data in {@code .local/}, Payara Micro on localhost.
 *
 * <p>It ends, and stops both, when it is interrupted. Where it cannot start or go on it says why in one sentence, and ends
 * with status 1.
 */
public final class LocalRun {

    private static final int FAILED = 1;

    /** A process that was told to end, by Ctrl-C or by a signal. */
    private static final Set<Integer> INTERRUPTED = Set.of(130, 143);

    private final Path directory;
    private final int port;
    private final int databasePort;

    private LocalRun(Path directory, int port, int databasePort) {
        this.directory = directory;
        this.port = port;
        this.databasePort = databasePort;
    }

    /** What keeps the program from running, in one sentence for the person who tried. */
    private static final class Obstacle extends Exception {
        private static final long serialVersionUID = 1;

        Obstacle(String message) {
            super(message);
        }
    }

    public static void main(String[] arguments) throws Exception {
        Logger.getLogger("").setLevel(Level.WARNING);
        var run = new LocalRun(
                Path.of(System.getProperty("local.directory", ".local")).toAbsolutePath(),
                Integer.getInteger("port", 8080),
                Integer.getInteger("database.port", 5439));
        try {
            System.exit(run.untilItEnds(Boolean.getBoolean("demo")));
        } catch (Obstacle obstacle) {
            System.err.println(obstacle.getMessage());
            System.exit(FAILED);
        }
    }

    /** Returns the status of a server that was told to end. */
    private int untilItEnds(boolean demo)
            throws Obstacle, IOException, InterruptedException, SQLException, GeneralSecurityException {
        requireJava();
        requireFree(port, "Choose another one with -Dport=8081.");
        Files.createDirectories(directory);
        try (FileChannel channel = FileChannel.open(
                directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            FileLock lock = channel.tryLock();
            if (lock == null) {
                throw new Obstacle("The data in " + directory + " is in use by another run. Stop that one first.");
            }
            requireFree(databasePort, "The database needs it; choose another one with -Ddatabase.port=5440.");
            say("Starting PostgreSQL …");
            Database database = database();
            say("Starting the server …");
            Server server = Server.start(
                    Path.of(System.getProperty("application.war")), port, environment(database), directory.resolve("server.log"));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, database)));
            awaitReady(server);
            Files.readAllLines(directory.resolve("server.log")).stream()
                    .filter(line -> line.contains("There is no administrator yet."))
                    .map(line -> line.substring(line.indexOf("There is no administrator yet.")))
                    .forEach(LocalRun::say);
            if (demo) {
                say(Demo.prepare(database, ZoneId.systemDefault(), LocalDate.now(ZoneId.systemDefault())));
            }
            say("Ready at " + server.uri() + "  (Ctrl-C stops it; the log is in .local/server.log)");
            return end(server);
        }
    }

    private Database database() throws Obstacle, SQLException {
        try {
            return Database.lasting(directory, databasePort);
        } catch (IOException | IllegalStateException failed) {
            throw new Obstacle("PostgreSQL could not start on the data in " + directory + ": " + failed.getMessage());
        }
    }

    private void awaitReady(Server server) throws Obstacle, IOException, InterruptedException {
        try {
            server.awaitReady();
        } catch (Server.StartFailed failed) {
            throw new Obstacle(failed.sentence() + ". The log " + directory.resolve("server.log") + " has more.");
        }
    }

    private int end(Server server) throws Obstacle, InterruptedException {
        int status = server.process().waitFor();
        if (!INTERRUPTED.contains(status)) {
            throw new Obstacle("The server has ended by itself, with status " + status + ". The log "
                    + directory.resolve("server.log") + " says why.");
        }
        return status;
    }

    private Map<String, String> environment(Database database) throws IOException, GeneralSecurityException {
        Map<String, String> environment = new HashMap<>(database.environment());
        environment.put("STORAGE_DIRECTORY", directory.resolve("storage").toString());
        environment.put("BACKUP_DIRECTORY", directory.resolve("backups").toString());
        environment.put("BACKUP_KEY_FILE", backupKey().toString());
        return environment;
    }

    /** The key of the backups, made at the first start. Only its owner may read it. */
    private Path backupKey() throws IOException, GeneralSecurityException {
        Path key = directory.resolve("backup-key");
        if (!Files.exists(key)) {
            byte[] identity = new X25519KeyPairGenerator().generateKeyPair().getPrivate().getEncoded();
            Files.writeString(key, new String(identity, StandardCharsets.US_ASCII) + "\n");
            if (key.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
            }
            say("Backups go to .local/backups. Their key is .local/backup-key: without it none can be opened, so keep a copy elsewhere.");
        }
        return key;
    }

    private static void stop(Server server, Database database) {
        server.close();
        try {
            database.close();
        } catch (IOException failed) {
            System.err.println("PostgreSQL could not be stopped: " + failed.getMessage());
        }
    }

    private static void requireJava() throws Obstacle {
        int feature = Runtime.version().feature();
        if (feature < 21) {
            throw new Obstacle("Java 21 or newer is needed; this is Java " + feature + ".");
        }
    }

    private static void requireFree(int port, String advice) throws Obstacle {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException taken) {
            throw new Obstacle("Port " + port + " is taken. " + advice);
        }
    }

    private static void say(String line) {
        System.out.println(line);
    }
}

package app.primaryassistant.support;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Runs the program on a developer's machine: PostgreSQL with its data in {@code .local/}, Payara Micro on localhost.
 *
 * <p>It ends, and stops both, when it is interrupted.
 */
public final class LocalRun {

    private static final Path DIRECTORY = Path.of(".local").toAbsolutePath();

    private LocalRun() {}

    /** A start that cannot succeed, in one sentence for the person who tried. */
    private static final class Obstacle extends Exception {
        private static final long serialVersionUID = 1;

        Obstacle(String message) {
            super(message);
        }
    }

    public static void main(String[] arguments) throws Exception {
        Logger.getLogger("").setLevel(Level.WARNING);
        try {
            run(Integer.getInteger("port", 8080), Integer.getInteger("database.port", 5439), Boolean.getBoolean("demo"));
        } catch (Obstacle obstacle) {
            System.err.println(obstacle.getMessage());
            System.exit(1);
        }
    }

    private static void run(int port, int databasePort, boolean demo)
            throws Obstacle, IOException, InterruptedException, SQLException {
        requireJava();
        requireFree(port, "Choose another one with -Dport=8081.");
        Files.createDirectories(DIRECTORY);
        try (FileChannel channel = FileChannel.open(
                DIRECTORY.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            FileLock lock = channel.tryLock();
            if (lock == null) {
                throw new Obstacle("The data in " + DIRECTORY + " is in use by another run. Stop that one first.");
            }
            requireFree(databasePort, "The database needs it; choose another one with -Ddatabase.port=5440.");
            say("Starting PostgreSQL …");
            Database database = Database.in(DIRECTORY, databasePort);
            say("Starting the server …");
            Server server = Server.start(
                    Path.of(System.getProperty("application.war")),
                    port,
                    environment(database),
                    DIRECTORY.resolve("server.log"));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, database)));
            server.awaitReady();
            Files.readAllLines(DIRECTORY.resolve("server.log")).stream()
                    .filter(line -> line.contains("setup code"))
                    .forEach(LocalRun::say);
            if (demo) {
                say(Demo.prepare(database, ZoneId.systemDefault(), LocalDate.now(ZoneId.systemDefault())));
            }
            say("Ready at " + server.uri() + "  (Ctrl-C stops it; the log is in .local/server.log)");
            int status = server.process().waitFor();
            say("The server has ended (status " + status + ").");
        }
    }

    private static Map<String, String> environment(Database database) {
        Map<String, String> environment = new HashMap<>(database.environment());
        environment.put("STORAGE_DIRECTORY", DIRECTORY.resolve("storage").toString());
        return environment;
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
            socket.bind(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException taken) {
            throw new Obstacle("Port " + port + " is taken. " + advice);
        }
    }

    private static void say(String line) {
        System.out.println(line);
    }
}

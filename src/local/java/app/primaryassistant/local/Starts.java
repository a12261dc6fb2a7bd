package app.primaryassistant.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Starts the program again and again on empty databases while every processor is kept busy by something else, and prints how
 * long each start took and what the first client was answered. It fails where one is not ready, or answers earlier.
 */
public final class Starts {

    private static volatile boolean busy = true;

    private Starts() {}

    public static void main(String[] arguments) throws Exception {
        Logger.getLogger("").setLevel(Level.WARNING);
        int starts = Integer.getInteger("starts", 30);
        int processors = Runtime.getRuntime().availableProcessors();
        List<Long> milliseconds = new ArrayList<>();
        int wrong = 0;
        try (ExecutorService others = Executors.newFixedThreadPool(processors)) {
            for (int i = 0; i < processors; i++) {
                others.execute(Starts::keepBusy);
            }
            try {
                for (int i = 1; i <= starts; i++) {
                    long begun = System.nanoTime();
                    int first = start();
                    milliseconds.add((System.nanoTime() - begun) / 1_000_000);
                    wrong += first == 200 ? 0 : 1;
                    System.out.printf("start %d: ready after %.1f s, first answer %d%n", i, milliseconds.getLast() / 1000.0, first);
                }
            } finally {
                busy = false;
            }
        }
        List<Long> sorted = milliseconds.stream().sorted().toList();
        System.out.printf(
                "%d starts, all ready: fastest %.1f s, median %.1f s, slowest %.1f s; first answers other than 200: %d%n",
                starts,
                sorted.getFirst() / 1000.0,
                sorted.get(sorted.size() / 2) / 1000.0,
                sorted.getLast() / 1000.0,
                wrong);
        System.exit(wrong == 0 ? 0 : 1);
    }

    private static void keepBusy() {
        while (busy) {
            Thread.onSpinWait();
        }
    }

    /** Returns the status of the first answer. */
    private static int start() throws IOException, SQLException, InterruptedException {
        Path directory = Files.createTempDirectory("assistant-starts");
        try (Database database = Database.temporary(directory)) {
            Map<String, String> environment = new HashMap<>(database.environment());
            environment.put("STORAGE_DIRECTORY", directory.resolve("storage").toString());
            Path war = Path.of(System.getProperty("application.war"));
            try (Server server = Server.start(war, Machine.freePort(), environment, directory.resolve("server.log"))) {
                // Where it has ended, awaitReady() says why.
                int first = Server.firstAnswer(server.uri(), server.process()).orElse(0);
                server.awaitReady();
                return first;
            }
        } finally {
            Machine.discard(directory);
        }
    }
}

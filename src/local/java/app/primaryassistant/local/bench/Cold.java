package app.primaryassistant.local.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** How the reads fare in the first seconds after PostgreSQL has started, when it and the machine have nothing in memory. */
final class Cold {

    private static final int CONNECTIONS = 16;
    private static final int SECONDS = 2;

    /** Writing 3 to it makes Linux forget the files that it keeps in memory; only root may. */
    private static final Path DROP_CACHES = Path.of("/proc/sys/vm/drop_caches");

    private final Bench bench;

    Cold(Bench bench) {
        this.bench = bench;
    }

    /** Prints it, and returns how many requests failed. */
    long run(List<Load> loads) throws IOException, InterruptedException {
        boolean drops = Files.isWritable(DROP_CACHES);
        System.out.printf(
                "The first %d s after PostgreSQL has started%s, at %d connections.%n%n",
                SECONDS, drops ? " with nothing of its files in memory" : "; its files were in memory still", CONNECTIONS);
        System.out.println(Report.line(List.of("Load", "Cold requests/s", "p50 ms", "slowest ms", "Warm requests/s", "Part")));
        System.out.println(Report.line(List.of("---", "---:", "---:", "---:", "---:", "---:")));
        long errors = 0;
        for (Load load : loads) {
            Sample warm = bench.send(load, CONNECTIONS, SECONDS);
            bench.stack().postgres().stop();
            if (drops) {
                Command.run(List.of("sync"));
                Files.writeString(DROP_CACHES, "3");
            }
            bench.stack().postgres().restart();
            awaitReady();
            Sample cold = bench.send(load, CONNECTIONS, SECONDS);
            errors += warm.errors() + cold.errors();
            System.out.println(Report.line(List.of(
                    load.words(),
                    Report.number(cold.perSecond(), 0),
                    Report.number(cold.p50Millis(), 1),
                    Report.number(cold.slowestMillis(), 0),
                    Report.number(warm.perSecond(), 0),
                    Report.number(cold.perSecond() / warm.perSecond(), 2))));
        }
        return errors;
    }

    private void awaitReady() throws InterruptedException {
        while (!isReady()) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    private boolean isReady() throws InterruptedException {
        try {
            bench.client().get("/health/ready", bench.accounts().first());
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }
}

package app.primaryassistant.local.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Sends the loads until the JVM has hardly anything left to compile. */
final class WarmUp {

    private static final int CONNECTIONS = 16;
    private static final int SECONDS = 2;
    private static final int LIMIT_SECONDS = 600;

    /** By then the code that is run often has been compiled; what goes on is that of rare branches. */
    private static final int COMPILATIONS_A_SECOND = 10;

    /** A method waits for thousands of calls before it is compiled for the last time, so one quiet pass may be a pause. */
    private static final int QUIET_PASSES = 3;

    private final Bench bench;

    WarmUp(Bench bench) {
        this.bench = bench;
    }

    /** Returns what it came to, in a sentence. */
    String run(List<Load> loads) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        int compiled = compilations();
        int quiet = 0;
        while (true) {
            for (Load load : loads) {
                bench.send(load, CONNECTIONS, SECONDS);
            }
            int before = compiled;
            compiled = compilations();
            double rate = (compiled - before) / (double) (SECONDS * loads.size());
            long seconds = (System.nanoTime() - begun) / 1_000_000_000;
            quiet = rate < COMPILATIONS_A_SECOND ? quiet + 1 : 0;
            if (quiet == QUIET_PASSES || seconds >= LIMIT_SECONDS) {
                return "%s after %d s: %d compilations, at the end %.0f a second"
                        .formatted(quiet == QUIET_PASSES ? "The JVM is warm" : "The JVM is not yet warm", seconds, compiled, rate);
            }
        }
    }

    private int compilations() throws IOException, InterruptedException {
        String printed = Command.run(List.of(
                Path.of(System.getProperty("java.home"), "bin", "jstat").toString(),
                "-compiler",
                Long.toString(bench.stack().server().pid())));
        return Integer.parseInt(printed.lines().toList().getLast().strip().split(" +")[0]);
    }
}

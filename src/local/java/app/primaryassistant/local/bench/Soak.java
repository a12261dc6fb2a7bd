package app.primaryassistant.local.bench;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Sends the loads by turns for minutes: whether memory grows, requests fail, or some take far too long. */
final class Soak {

    private static final int CONNECTIONS = 16;
    private static final int SECONDS = 5;
    private static final double SLOW_MILLIS = 500;

    private final Bench bench;

    Soak(Bench bench) {
        this.bench = bench;
    }

    /** Prints it, and returns how many requests failed. */
    long run(List<Load> loads, int minutes) throws IOException, InterruptedException {
        Memory before = Memory.of(bench.stack());
        long begun = System.nanoTime();
        long errors = 0;
        double requests = 0;
        Map<String, Double> slow = new LinkedHashMap<>();
        while (System.nanoTime() - begun < TimeUnit.MINUTES.toNanos(minutes)) {
            for (Load load : loads) {
                Sample sample = bench.send(load, CONNECTIONS, SECONDS);
                errors += sample.errors();
                requests += sample.perSecond() * SECONDS;
                if (sample.slowestMillis() > SLOW_MILLIS) {
                    slow.merge(load.words(), sample.slowestMillis(), Math::max);
                }
            }
        }
        System.out.printf(
                "%s requests in %d minutes at %d connections, of which %d failed.%n",
                Report.number(requests, 0), minutes, CONNECTIONS, errors);
        System.out.println("Memory at the beginning: " + before);
        System.out.println("Memory at the end: " + Memory.of(bench.stack()));
        slow.forEach((words, millis) -> System.out.printf("Slow: %s, %s ms%n", words, Report.number(millis, 0)));
        return errors;
    }
}

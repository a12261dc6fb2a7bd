package app.primaryassistant.platform.telemetry;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;

/**
 * How long requests took, as a histogram of Prometheus for each method, route and status.
 *
 * <p>Not a histogram of MicroProfile Metrics, because the server counts the buckets of those in a sample of the latest 1,028
 * values: the counts sink again, and every rate and quantile computed from them is wrong.
 */
@ApplicationScoped
public class Latencies {

    static final String NAME = "http_server_request_duration_seconds";

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    private static final long[] BOUNDS_MILLIS = {5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000};
    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final double NANOS_PER_SECOND = 1e9;

    private final Map<Series, Buckets> series = new ConcurrentHashMap<>();

    private record Series(String method, String route, int status) {
        String labels() {
            return "method=\"%s\",route=\"%s\",status=\"%d\"".formatted(method, route, status);
        }
    }

    private static final class Buckets {
        final LongAdder[] counts = new LongAdder[BOUNDS_MILLIS.length + 1];
        final LongAdder nanos = new LongAdder();

        Buckets() {
            for (int i = 0; i < counts.length; i++) {
                counts[i] = new LongAdder();
            }
        }
    }

    /** @param nanos how long the request took, in nanoseconds */
    void record(String method, String route, int status, long nanos) {
        // A method may be any word, and each would be a series of its own.
        var key = new Series(METHODS.contains(method) ? method : "OTHER", route, status);
        Buckets buckets = series.get(key);
        if (buckets == null) {
            buckets = series.computeIfAbsent(key, added -> new Buckets());
        }
        int i = 0;
        while (i < BOUNDS_MILLIS.length && nanos > BOUNDS_MILLIS[i] * NANOS_PER_MILLI) {
            i++;
        }
        buckets.counts[i].increment();
        buckets.nanos.add(nanos);
    }

    /** The text format of Prometheus, version 0.0.4. */
    String exposition() {
        return series.entrySet().stream()
                .collect(Collectors.toMap(
                        entry -> entry.getKey().labels(), Map.Entry::getValue, (one, same) -> one, TreeMap::new))
                .entrySet()
                .stream()
                .map(entry -> exposition(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(
                        "",
                        "# HELP " + NAME + " Time from the arrival of a request to its answer\n# TYPE " + NAME
                                + " histogram\n",
                        ""));
    }

    private static String exposition(String labels, Buckets buckets) {
        var text = new StringBuilder();
        long upTo = 0;
        for (int i = 0; i < buckets.counts.length; i++) {
            upTo += buckets.counts[i].sum();
            String bound = i < BOUNDS_MILLIS.length ? Double.toString(BOUNDS_MILLIS[i] / 1000.0) : "+Inf";
            text.append("%s_bucket{%s,le=\"%s\"} %d\n".formatted(NAME, labels, bound, upTo));
        }
        String sum = String.format(Locale.ROOT, "%.6f", buckets.nanos.sum() / NANOS_PER_SECOND);
        return text.append("%s_sum{%s} %s\n".formatted(NAME, labels, sum))
                .append("%s_count{%s} %d\n".formatted(NAME, labels, upTo))
                .toString();
    }
}

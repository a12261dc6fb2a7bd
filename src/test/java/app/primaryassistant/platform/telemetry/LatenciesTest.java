package app.primaryassistant.platform.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LatenciesTest {

    private final Latencies latencies = new Latencies();

    @Test
    void aBucketHoldsAllThatTookNoLongerThanItsBound() {
        latencies.record("GET", "/x", 200, 5_000_000);
        latencies.record("GET", "/x", 200, 5_000_001);
        latencies.record("GET", "/x", 200, 30_000_000_000L);

        assertThat(latencies.exposition())
                .contains("_bucket{method=\"GET\",route=\"/x\",status=\"200\",le=\"0.005\"} 1\n")
                .contains("_bucket{method=\"GET\",route=\"/x\",status=\"200\",le=\"0.01\"} 2\n")
                .contains("_bucket{method=\"GET\",route=\"/x\",status=\"200\",le=\"10.0\"} 2\n")
                .contains("_bucket{method=\"GET\",route=\"/x\",status=\"200\",le=\"+Inf\"} 3\n")
                .contains("_sum{method=\"GET\",route=\"/x\",status=\"200\"} 30.010000\n")
                .contains("_count{method=\"GET\",route=\"/x\",status=\"200\"} 3\n");
    }

    @Test
    void aMethodThatNobodyKnowsIsCountedWithItsLike() {
        latencies.record("BREW", "/x", 405, 1);
        latencies.record("WHEN", "/x", 405, 1);

        assertThat(latencies.exposition())
                .contains("_count{method=\"OTHER\",route=\"/x\",status=\"405\"} 2\n")
                .doesNotContain("BREW");
    }

    @Test
    void whatTheServerSaysTwiceIsPassedOnOnce() {
        assertThat(MetricsEndpoint.withoutRepetitions(
                        "# TYPE a gauge\na{x=\"1\"} 1.0\na{x=\"2\"} 1.0\na{x=\"1\"} 3.0\n"))
                .isEqualTo("# TYPE a gauge\na{x=\"1\"} 1.0\na{x=\"2\"} 1.0\n");
    }
}

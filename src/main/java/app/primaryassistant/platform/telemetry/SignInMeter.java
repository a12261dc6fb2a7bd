package app.primaryassistant.platform.telemetry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/** Counts what somebody who guesses passwords leaves behind. */
@ApplicationScoped
public class SignInMeter {

    private static final Metadata FAILURES = Metadata.builder()
            .withName("assistant_sign_in_failures_total")
            .withDescription("Failed sign-in attempts; throttled: the name was locked after too many of them")
            .build();

    @Inject
    private MetricRegistry registry;

    /** A series that appears only with its first count hides that count from every rate. */
    void begin(@Observes @Initialized(ApplicationScoped.class) Object started) {
        List.of("unknown", "password", "locked", "throttled").forEach(this::counter);
    }

    /** @param reason as it is kept with the failure: unknown, password, locked or throttled */
    public void failed(String reason) {
        counter(reason).inc();
    }

    private Counter counter(String reason) {
        return registry.counter(FAILURES, new Tag("reason", reason));
    }
}

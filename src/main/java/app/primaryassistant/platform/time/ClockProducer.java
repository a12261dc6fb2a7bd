package app.primaryassistant.platform.time;

import app.primaryassistant.platform.config.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.logging.Logger;

/** Gives {@link ServerClock} to whoever injects a {@link Clock}. */
@ApplicationScoped
public class ClockProducer {

    private static final Logger LOG = Logger.getLogger(ClockProducer.class.getName());

    private final Clock clock;

    @Inject
    public ClockProducer(Settings settings) {
        clock = ServerClock.of(settings);
    }

    /** For the proxy that CDI makes, which asks the bean itself for its clock. */
    protected ClockProducer() {
        clock = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
    }

    /** Makes this bean when the program starts, so that a forbidden offset keeps it from starting. */
    void start(@Observes @Initialized(ApplicationScoped.class) Object event) {
        LOG.fine(() -> "The clock shows " + clock.instant());
    }

    @Produces
    Clock clock() {
        return clock;
    }
}

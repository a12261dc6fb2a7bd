package app.primaryassistant.platform.time;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Gives {@link ServerClock} to whoever injects a {@link Clock}. */
@ApplicationScoped
public class ClockProducer {

    private static final Logger LOG = Logger.getLogger(ClockProducer.class.getName());

    private final Clock clock;

    @Inject
    public ClockProducer(
            @ConfigProperty(name = "clock.offset") Optional<String> offset,
            @ConfigProperty(name = "mp.config.profile") Optional<String> profile) {
        clock = ServerClock.of(offset, profile);
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

package app.primaryassistant.platform.time;

import app.primaryassistant.platform.config.InvalidSetting;
import app.primaryassistant.platform.config.Settings;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Optional;

/**
 * The one clock of the program. It ticks in microseconds, as PostgreSQL does, so that an instant read back equals the one
 * written.
 *
 * <p>Tests shift it with {@code CLOCK_OFFSET}, an ISO 8601 duration that may be negative, so that a suite can live on New
 * Year's Eve at any time of the year. They shift PostgreSQL's {@code server_now()} likewise, with its setting {@code
 * app.clock_offset}. A program that people use has no such offset: it is refused unless {@code MP_CONFIG_PROFILE} is
 * {@value #TEST_PROFILE}.
 */
public final class ServerClock {

    private static final String OFFSET = "CLOCK_OFFSET";
    private static final String PROFILE = "MP_CONFIG_PROFILE";
    private static final String TEST_PROFILE = "test";
    private static final Duration MICROSECOND = Duration.ofNanos(1_000);

    private ServerClock() {}

    /** @throws InvalidSetting if there is an offset outside the test profile, or one that is no duration */
    public static Clock of(Settings settings) {
        return of(settings.find(OFFSET), settings.find(PROFILE));
    }

    static Clock of(Optional<String> offset, Optional<String> profile) {
        if (offset.isEmpty()) {
            return Clock.tick(Clock.systemUTC(), MICROSECOND);
        }
        if (!profile.equals(Optional.of(TEST_PROFILE))) {
            throw new InvalidSetting(
                    OFFSET + " is for tests only, when " + PROFILE + " is " + TEST_PROFILE + ". Remove it.");
        }
        try {
            return Clock.tick(Clock.offset(Clock.systemUTC(), Duration.parse(offset.get())), MICROSECOND);
        } catch (DateTimeException malformed) {
            throw new InvalidSetting(OFFSET + " must be a duration such as P30D or -PT3H.");
        }
    }
}

package app.primaryassistant.local;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;

/**
 * The clock that tests, the servers and databases they start, and their browsers have in common: it began at the
 * {@link Moment} of this run and goes on from there. No test reads another.
 */
public final class TestClock {

    @SuppressWarnings("TimeInStaticInitializer") // that is the moment at which this clock starts
    private static final Duration OFFSET = Duration.between(Instant.now(), Moment.ofThisRun().start());

    /** Goes on from the moment of this run. */
    public static final Clock CLOCK = Clock.offset(Clock.systemUTC(), OFFSET);

    private TestClock() {}

    public static Instant now() {
        return CLOCK.instant();
    }

    /** Where the people of this run live. */
    public static ZoneId zone() {
        return Moment.ofThisRun().start().getZone();
    }

    /** The day it is where somebody lives. */
    public static LocalDate today(ZoneId zone) {
        return LocalDate.ofInstant(now(), zone);
    }

    /** The day it is where the people of this run live. */
    public static LocalDate today() {
        return today(zone());
    }

    /** What makes a server, or a command, go by this clock. */
    static Map<String, String> environment() {
        return Map.of("CLOCK_OFFSET", OFFSET.toString(), "MP_CONFIG_PROFILE", "test");
    }

    /** What makes PostgreSQL's {@code server_now()} go by this clock. */
    static String databaseSetting() {
        return OFFSET.toString();
    }
}

package app.primaryassistant.platform.time;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** This program's clock is the one that counts: people's devices are off by more than servers are. */
public final class ServerTime {

    private ServerTime() {}

    /** The instant to the microsecond, or now where a clock that is a little ahead ({@link Happened}) said a later one. */
    public static Instant atMostNow(Instant said, Clock clock) {
        Instant now = clock.instant();
        return (said.isAfter(now) ? now : said).truncatedTo(ChronoUnit.MICROS);
    }
}

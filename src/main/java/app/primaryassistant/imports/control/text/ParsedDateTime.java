package app.primaryassistant.imports.control.text;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/** A day as it stands in a file, with the time of day and the distance from UTC where they stand there too. */
public record ParsedDateTime(LocalDate day, Optional<LocalTime> time, Optional<ZoneOffset> offset) {

    public static ParsedDateTime of(LocalDate day) {
        return new ParsedDateTime(day, Optional.empty(), Optional.empty());
    }

    /** The same day at another time of day. */
    public ParsedDateTime at(LocalTime other) {
        return new ParsedDateTime(day, Optional.of(other), offset);
    }

    /**
     * The instant it was. Without a time it is the noon of that day, or now if noon has not come yet.
     *
     * @param zone where the person was, as far as is known
     */
    public Instant instant(ZoneId zone, Clock clock) {
        var at = day.atTime(time.orElse(LocalTime.NOON));
        Instant instant =
                offset.map(at::toInstant).orElseGet(() -> at.atZone(zone).toInstant());
        Instant now = clock.instant();
        return time.isEmpty() && instant.isAfter(now) ? now : instant;
    }

    /** What tells it from others: the day, and the time as it is written. */
    public String key() {
        return day + time.map(of -> "T" + of).orElse("");
    }
}

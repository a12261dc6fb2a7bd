package app.primaryassistant.local;

import java.time.ZonedDateTime;
import java.util.Locale;

/**
 * When, and where, a run of the tests takes place. {@code -Dmoment=leap-day} chooses one; each day {@code .ci/run} takes the
 * next of those that calendars are wrong on.
 */
public enum Moment {
    /** A Wednesday morning, on which nothing is special. */
    ORDINARY("2027-05-12T10:15:00+02:00[Europe/Berlin]"),
    /** A Sunday that has just begun where days begin first, while it is Saturday morning for UTC. */
    FAR_SUNDAY("2027-06-13T00:04:00+14:00[Pacific/Kiritimati]"),
    /** Where it is evening while UTC has the first of March. */
    LEAP_DAY("2028-02-29T16:30:00-08:00[America/Los_Angeles]"),
    /** The year changes half a minute after the start, and an hour later for UTC. */
    YEAR_END("2026-12-31T23:59:30+01:00[Europe/Berlin]"),
    /** Two minutes before clocks go from 2:00 to 3:00. */
    SPRING_FORWARD("2027-03-28T01:58:00+01:00[Europe/Berlin]"),
    /** The first of the two half past two. */
    FALL_BACK("2027-10-31T02:30:00+02:00[Europe/Berlin]");

    private final ZonedDateTime start;

    Moment(String start) {
        this.start = ZonedDateTime.parse(start);
    }

    /** The one that this run was given, or an ordinary one. */
    public static Moment ofThisRun() {
        return valueOf(System.getProperty("moment", ORDINARY.name()).toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    ZonedDateTime start() {
        return start;
    }
}

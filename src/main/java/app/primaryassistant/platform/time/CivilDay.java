package app.primaryassistant.platform.time;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/** Questions about a person's calendar day. */
public final class CivilDay {

    /** Nobody alive was measured before it. */
    public static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

    /** The last day that anything is asked for or planned: far beyond what anybody means, and well within what PostgreSQL keeps. */
    public static final LocalDate LATEST = LocalDate.of(2200, 12, 31);

    /** What is said to whoever sends a day out of this range. */
    public static final String RANGE = "must be a day from 1900-01-01 to 2200-12-31";

    private static final ZoneOffset FIRST_TO_SEE_A_DAY = ZoneOffset.ofHours(14);

    private static final Instant FIRST_INSTANT =
            EARLIEST.minusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    private static final Instant FIRST_INSTANT_AFTER =
            LATEST.plusDays(2).atStartOfDay(ZoneOffset.UTC).toInstant();

    private static final DateTimeFormatter WORDS = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private CivilDay() {}

    /** The day it is at an instant for somebody in a zone. */
    public static LocalDate at(Instant instant, ZoneId zone) {
        return LocalDate.ofInstant(instant, zone);
    }

    /** Whether a day is from {@link #EARLIEST} to {@link #LATEST}; Java and PostgreSQL have other ideas of which days there are. */
    public static boolean isInRange(LocalDate day) {
        return !day.isBefore(EARLIEST) && !day.isAfter(LATEST);
    }

    /** Whether an instant is of a day in that range somewhere on Earth. */
    public static boolean isInRange(Instant instant) {
        return !instant.isBefore(FIRST_INSTANT) && instant.isBefore(FIRST_INSTANT_AFTER);
    }

    /** Whether a day has begun somewhere on Earth: a record may be of no later day. */
    public static boolean hasBegun(LocalDate day, Instant now) {
        return !day.isAfter(at(now, FIRST_TO_SEE_A_DAY));
    }

    /** The first day of a window of so many days that ends on a day, both included. */
    public static LocalDate startOfWindow(LocalDate last, int days) {
        return last.minusDays(days - 1L);
    }

    /** The Monday of the week that a day is in. */
    public static LocalDate startOfWeek(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /** The day as it stands in a sentence: 24 November 2026. */
    public static String inWords(LocalDate day) {
        return WORDS.format(day);
    }

    /** Whether the text names a time zone such as {@code Europe/Berlin} or {@code UTC}. */
    public static boolean isZone(String text) {
        try {
            ZoneId.of(text);
            return true;
        } catch (DateTimeException unknown) {
            return false;
        }
    }
}

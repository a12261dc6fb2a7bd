package app.primaryassistant.platform.time;

import static java.time.temporal.ChronoUnit.DAYS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CivilDayTest {

    private static final ZoneOffset LAST_TO_SEE_A_DAY = ZoneOffset.ofHours(-12);

    @ParameterizedTest
    @CsvSource({
        "2026-11-24T10:30:00Z, Etc/GMT+12, 2026-11-23",
        "2026-11-24T10:30:00Z, UTC, 2026-11-24",
        "2026-11-24T10:30:00Z, Pacific/Kiritimati, 2026-11-25",
        "2026-03-29T00:59:59Z, Europe/Berlin, 2026-03-29",
        "2026-03-29T21:59:59Z, Europe/Berlin, 2026-03-29",
        "2026-03-29T22:00:00Z, Europe/Berlin, 2026-03-30",
        "2006-10-29T02:30:59Z, America/St_Johns, 2006-10-29",
        "2006-10-29T02:31:00Z, America/St_Johns, 2006-10-28",
        "2011-12-30T09:59:59Z, Pacific/Apia, 2011-12-29",
        "2011-12-30T10:00:00Z, Pacific/Apia, 2011-12-31"
    })
    void dayIsThatOfThePersonsCalendar(Instant instant, ZoneId zone, LocalDate day) {
        assertThat(CivilDay.at(instant, zone)).isEqualTo(day);
    }

    @Property
    void everyInstantOfADayIsOfThatDay(
            @ForAll("days") LocalDate day, @ForAll("zones") ZoneId zone, @ForAll @IntRange(max = 99) int percent) {
        assertIsOf(day, zone, percent);
    }

    @Property
    void everyInstantOfADayOfAClockChangeIsOfThatDay(
            @ForAll("instants") Instant before, @ForAll("zones") ZoneId zone, @ForAll @IntRange(max = 99) int percent) {
        ZoneOffsetTransition change = zone.getRules().nextTransition(before);
        Assume.that(change != null);

        assertIsOf(change.getDateTimeBefore().toLocalDate(), zone, percent);
    }

    private static void assertIsOf(LocalDate day, ZoneId zone, int percent) {
        Instant begin = day.atStartOfDay(zone).toInstant();
        Instant end = day.plusDays(1).atStartOfDay(zone).toInstant();
        Assume.that(begin.isBefore(end)); // Samoa had no 30 December 2011.
        Assume.that(!putsClocksBackIntoTheDayBefore(begin, end, zone));
        long seconds = end.getEpochSecond() - begin.getEpochSecond();

        assertThat(CivilDay.at(begin.plusSeconds(seconds * percent / 100), zone))
                .isEqualTo(day);
        assertThat(CivilDay.at(begin.minusNanos(1), zone)).isBefore(day);
        assertThat(CivilDay.at(end.minusNanos(1), zone)).isEqualTo(day);
        assertThat(CivilDay.at(end, zone)).isAfter(day);
    }

    /** As St John's did until 2011, a minute after midnight: there a day began twice. */
    private static boolean putsClocksBackIntoTheDayBefore(Instant begin, Instant end, ZoneId zone) {
        return Stream.iterate(
                        zone.getRules().nextTransition(begin.minusSeconds(1)),
                        change -> change != null && !change.getInstant().isAfter(end.plusSeconds(86_400)),
                        change -> zone.getRules().nextTransition(change.getInstant()))
                .anyMatch(change -> change.isOverlap()
                        && change.getDateTimeAfter()
                                .toLocalDate()
                                .isBefore(change.getDateTimeBefore().toLocalDate()));
    }

    @Property
    void dayAnywhereOnEarthLiesBetweenThoseAtBothEndsOfTheWorld(
            @ForAll("instants") Instant instant, @ForAll("zones") ZoneId zone) {
        assertThat(CivilDay.at(instant, zone))
                .isBetween(CivilDay.at(instant, LAST_TO_SEE_A_DAY), CivilDay.at(instant, ZoneOffset.ofHours(14)));
    }

    @Property
    void todayMayBeRecordedWhereverOneIs(@ForAll("instants") Instant now, @ForAll("zones") ZoneId zone) {
        assertThat(CivilDay.hasBegun(CivilDay.at(now, zone), now)).isTrue();
    }

    @Property
    void dayThatHasBegunIsAtMostOneAheadOfUtc(
            @ForAll("instants") Instant now, @ForAll @IntRange(min = -3, max = 3) int ahead) {
        LocalDate day = CivilDay.at(now, ZoneOffset.UTC).plusDays(ahead);

        if (CivilDay.hasBegun(day, now)) {
            assertThat(ahead).isLessThanOrEqualTo(1);
        } else {
            assertThat(ahead).isPositive();
        }
    }

    @Property
    void travellingMovesTheDayByNoMoreThanTheWorldIsWide(
            @ForAll("instants") Instant instant, @ForAll("zones") ZoneId from, @ForAll("zones") ZoneId to) {
        long moved = DAYS.between(CivilDay.at(instant, from), CivilDay.at(instant, to));

        assertThat(moved).isBetween(-2L, 2L);
    }

    @Property
    void windowHasAsManyDaysAsItSays(@ForAll("days") LocalDate last, @ForAll @IntRange(min = 1, max = 3660) int days) {
        LocalDate first = CivilDay.startOfWindow(last, days);

        assertThat(first.datesUntil(last.plusDays(1))).hasSize(days);
    }

    @Property
    void aWeekBeginsOnTheMondayBeforeItsOtherDays(@ForAll("days") LocalDate day) {
        LocalDate monday = CivilDay.startOfWeek(day);

        assertThat(monday.getDayOfWeek()).isEqualTo(DayOfWeek.MONDAY);
        assertThat(DAYS.between(monday, day)).isBetween(0L, 6L);
    }

    @Test
    void dayBeginsFirstAtUtcPlus14() {
        Instant midnight = Instant.parse("2026-11-24T10:00:00Z");

        assertThat(CivilDay.hasBegun(LocalDate.of(2026, 11, 25), midnight)).isTrue();
        assertThat(CivilDay.hasBegun(LocalDate.of(2026, 11, 25), midnight.minusNanos(1)))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Europe/Berlin", "UTC", "America/St_Johns", "+05:30"})
    void knowsZones(String zone) {
        assertThat(CivilDay.isZone(zone)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Mars/Olympus", "europe/berlin", "+19:00"})
    void knowsWhatIsNoZone(String zone) {
        assertThat(CivilDay.isZone(zone)).isFalse();
    }

    @Test
    void putsADayIntoWords() {
        assertThat(CivilDay.inWords(LocalDate.of(2026, 11, 4))).isEqualTo("4 November 2026");
    }

    @Provide
    Arbitrary<ZoneId> zones() {
        return Arbitraries.oneOf(
                Arbitraries.of(ZoneId.getAvailableZoneIds().stream().sorted().toList())
                        .map(ZoneId::of),
                Arbitraries.integers().between(-12, 14).map(ZoneOffset::ofHours));
    }

    @Provide
    Arbitrary<Instant> instants() {
        return Arbitraries.longs()
                .between(
                        Instant.parse("1970-01-02T00:00:00Z").getEpochSecond(),
                        Instant.parse("2100-01-01T00:00:00Z").getEpochSecond())
                .map(Instant::ofEpochSecond);
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.longs()
                .between(
                        CivilDay.EARLIEST.toEpochDay(), LocalDate.of(2100, 1, 1).toEpochDay())
                .map(LocalDate::ofEpochDay);
    }
}

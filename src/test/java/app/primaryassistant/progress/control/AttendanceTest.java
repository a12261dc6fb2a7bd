package app.primaryassistant.progress.control;

import static org.assertj.core.api.Assertions.assertThat;

import app.primaryassistant.platform.figure.Figure;
import app.primaryassistant.platform.figure.Input;
import app.primaryassistant.progress.control.Attendance.Week;
import app.primaryassistant.progress.entity.WeekSessions;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttendanceTest {

    /** A Wednesday. */
    private static final LocalDate DAY = LocalDate.of(2026, 11, 25);

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

    /** Sessions by week, oldest first, this week last. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "3 3 3 | 3 | 3",
                "3 3 2 | 2 | 2",
                "3 3 0 | 2 | 2",
                "3 2 3 | 1 | 1",
                "3 3 3 0 4 | 1 | 3",
                "2 3 4 5 0 | 3 | 3",
                "3 3 0 1 | 0 | 2",
                "1 | 0 | 0",
                "0 | 0 | 0",
            })
    void aStreakIsWeeksInARowThatMetTheGoal(String sessions, int streak, int longest) {
        Attendance attendance = attendance(sessions);

        assertThat(value(attendance, "streak")).isEqualByComparingTo(BigDecimal.valueOf(streak));
        assertThat(value(attendance, "longest-streak")).isEqualByComparingTo(BigDecimal.valueOf(longest));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"3 3 0 | 100", "6 0 3 | 50", "2 1 3 0 | 67", "1 9 | 33"})
    void adherenceIsTheShareOfPlannedSessionsOfWholeWeeks(String sessions, int percent) {
        assertThat(value(attendance(sessions), "adherence")).isEqualByComparingTo(BigDecimal.valueOf(percent));
    }

    @Test
    void adherenceLooksBackTwelveWeeks() {
        Attendance attendance = attendance("3 0 0 0 0 0 0 0 0 0 0 0 3 0");

        assertThat(value(attendance, "adherence")).isEqualByComparingTo("8");
        assertThat(figure(attendance, "adherence").explanation().inputs())
                .containsExactly(
                        Input.number("Goal", BigDecimal.valueOf(3), "sessions/week"),
                        Input.number("Whole weeks", BigDecimal.valueOf(12), "weeks"),
                        Input.number("Sessions that count", BigDecimal.valueOf(3), "sessions"));
    }

    @Test
    void theFirstWeekHasNoAdherenceYet() {
        assertThat(figure(attendance("2"), "adherence"))
                .returns(null, Figure::value)
                .returns("Needs one full week, Monday to Sunday, since the first session.", Figure::missing);
    }

    @Test
    void weeksBeginWithTheFirstSessionAndEndWithThisOne() {
        Attendance attendance = attendance("0 3 0 4 1");

        assertThat(attendance.weeks(52))
                .containsExactly(
                        new Week(MONDAY.minusWeeks(3), 3, true),
                        new Week(MONDAY.minusWeeks(2), 0, false),
                        new Week(MONDAY.minusWeeks(1), 4, true),
                        new Week(MONDAY, 1, false));
        assertThat(attendance.weeks(2)).hasSize(2).last().returns(MONDAY, Week::week);
        assertThat(attendance("0").weeks(52)).containsExactly(new Week(MONDAY, 0, false));
    }

    @Test
    void whatComesLaterIsLeftOut() {
        Attendance attendance =
                Attendance.of(List.of(new WeekSessions(MONDAY, 3), new WeekSessions(MONDAY.plusWeeks(1), 3)), 3, DAY);

        assertThat(value(attendance, "streak")).isEqualByComparingTo("1");
    }

    @Test
    void everyFigureExplainsItselfAndKeepsItsPlace() {
        assertThat(attendance("3 3").figures())
                .allSatisfy(figure -> {
                    assertThat(figure.name()).isNotBlank();
                    assertThat(figure.explanation().formula()).isNotBlank();
                    assertThat(figure.explanation().source()).containsPattern("20\\d\\d");
                    assertThat(figure.explanation().validity()).isNotBlank();
                })
                .extracting(Figure::key)
                .containsExactly("streak", "longest-streak", "adherence");
        assertThat(figure(attendance("3 2"), "streak").explanation().inputs())
                .containsExactly(
                        Input.number("Goal", BigDecimal.valueOf(3), "sessions/week"),
                        Input.measured("Sessions this week", BigDecimal.valueOf(2), "sessions", MONDAY));
    }

    @Property
    void aStreakIsNeverLongerThanTheLongestAndAnotherSessionNeverShortensIt(
            @ForAll @Size(min = 1, max = 40) List<@IntRange(min = 0, max = 5) Integer> sessions,
            @ForAll @IntRange(min = 1, max = 5) int goal) {
        Attendance attendance = Attendance.of(rows(sessions), goal, DAY);
        Attendance more =
                Attendance.of(rows(sessions.stream().map(number -> number + 1).toList()), goal, DAY);

        assertThat(value(attendance, "streak")).isLessThanOrEqualTo(value(attendance, "longest-streak"));
        assertThat(value(more, "streak")).isGreaterThanOrEqualTo(value(attendance, "streak"));
    }

    private static Attendance attendance(String sessions) {
        return Attendance.of(
                rows(List.of(sessions.split(" ")).stream().map(Integer::valueOf).toList()), 3, DAY);
    }

    /** A week without sessions has no row. */
    private static List<WeekSessions> rows(List<Integer> sessions) {
        return IntStream.range(0, sessions.size())
                .filter(index -> sessions.get(index) > 0)
                .mapToObj(
                        index -> new WeekSessions(MONDAY.minusWeeks(sessions.size() - 1L - index), sessions.get(index)))
                .toList();
    }

    private static Figure figure(Attendance attendance, String key) {
        return attendance.figures().stream()
                .filter(figure -> figure.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static BigDecimal value(Attendance attendance, String key) {
        return Objects.requireNonNull(figure(attendance, key).value());
    }
}

package app.primaryassistant.programs.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionDatesTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 23);

    /** The last Sunday of March 2026, on which summer time begins in Europe, is in between. */
    @ParameterizedTest
    @CsvSource({
        "2026-03-23,           , 2026-03-23, 2026-03-23",
        "2026-03-24,           , 2026-03-23, 2026-03-25",
        "2026-03-23, 2026-03-23, 2026-03-23, 2026-03-25",
        "2026-03-23, 2026-03-23, 2026-03-24, 2026-03-25",
        "2026-03-23, 2026-03-27, 2026-03-27, 2026-03-30",
        "2026-03-23, 2026-03-20, 2026-04-05, 2026-04-06",
        "2026-05-01, 2026-03-27, 2026-03-27, 2026-05-01",
        "2026-03-23, 2026-03-29, 2026-03-28, 2026-03-30"
    })
    void theNextSessionFallsOnAChosenDay(
            LocalDate startOn, LocalDate lastTrained, LocalDate today, LocalDate expected) {
        assertThat(SessionDates.next(startOn, Set.of(1, 3, 5), Optional.ofNullable(lastTrained), today))
                .isEqualTo(expected);
    }

    @Property
    void isNeverPastNorOnADayThatWasTrainedOnAndAlwaysOnAChosenOne(
            @ForAll("weekdays") Set<Integer> weekdays,
            @ForAll @IntRange(max = 400) int start,
            @ForAll @IntRange(max = 400) int last,
            @ForAll @IntRange(max = 400) int now) {
        LocalDate today = MONDAY.plusDays(now);
        LocalDate lastTrained = MONDAY.plusDays(last);

        LocalDate next = SessionDates.next(MONDAY.plusDays(start), weekdays, Optional.of(lastTrained), today);

        assertThat(next)
                .isAfterOrEqualTo(today)
                .isAfterOrEqualTo(MONDAY.plusDays(start))
                .isAfter(lastTrained);
        assertThat(weekdays).contains(next.getDayOfWeek().getValue());
    }

    @Provide
    Arbitrary<Set<Integer>> weekdays() {
        return Arbitraries.integers().between(1, 7).set().ofMinSize(1);
    }
}

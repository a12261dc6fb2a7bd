package app.primaryassistant.progress.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import app.primaryassistant.platform.figure.Figure;
import app.primaryassistant.progress.control.ExerciseProgress.Best;
import app.primaryassistant.progress.control.ExerciseProgress.DayProgress;
import app.primaryassistant.progress.control.ExerciseProgress.RepetitionMaximum;
import app.primaryassistant.progress.entity.LiftedSet;
import app.primaryassistant.progress.entity.LiftedSet.Body;
import app.primaryassistant.progress.entity.Performance;
import app.primaryassistant.progress.entity.RecordKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ExerciseProgressTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
    private static final UUID MONDAY = UUID.randomUUID();
    private static final UUID FRIDAY = UUID.randomUUID();

    private static final ExerciseProgress BENCH = new ExerciseProgress(
            true,
            List.of(
                    sets(MONDAY, 10, "100", 5, 3),
                    sets(MONDAY, 10, "80", 12, 1),
                    sets(FRIDAY, 6, "100", 5, 2),
                    sets(FRIDAY, 6, "105", 3, 1)));

    @Test
    void aDayHasItsSetsItsVolumeAndItsBestEstimate() {
        assertThat(BENCH.days())
                .extracting(DayProgress::date, DayProgress::sets, DayProgress::volume)
                .containsExactly(
                        tuple(DAY.minusDays(10), 4, new BigDecimal("2460")),
                        tuple(DAY.minusDays(6), 3, new BigDecimal("1315")));
        assertThat(BENCH.days())
                .extracting(day -> Objects.requireNonNull(day.best()).set().weight())
                .containsExactly(new BigDecimal("100"), new BigDecimal("100"));
    }

    @Test
    void twoWorkoutsOfADayAreOneDay() {
        var twice = new ExerciseProgress(true, List.of(sets(MONDAY, 1, "100", 5, 1), sets(FRIDAY, 1, "90", 5, 1)));

        assertThat(twice.days()).extracting(DayProgress::sets).containsExactly(2);
        assertThat(twice.records())
                .filteredOn(best -> best.kind() == RecordKind.SESSION_VOLUME)
                .extracting(Best::value)
                .containsExactly(new BigDecimal("500"));
    }

    /** The last day with an estimate is another one: the number and its day are one thing. */
    @Test
    void theEstimateIsOfTheDayThatIsToldWithIt() {
        var press = new ExerciseProgress(true, List.of(sets(MONDAY, 10, "110", 5, 1), sets(FRIDAY, 6, "100", 5, 1)));

        LocalDate on = press.currentOn(DAY).orElseThrow();

        assertThat(on).isEqualTo(DAY.minusDays(10));
        assertThat(press.days())
                .filteredOn(day -> day.date().equals(on))
                .extracting(day -> Objects.requireNonNull(day.best()).estimate().value())
                .containsExactly(press.current(DAY).value());
        assertThat(press.current(DAY).explanation().inputs())
                .filteredOn(input -> input.on() != null)
                .isNotEmpty()
                .allSatisfy(input -> assertThat(input.on()).isEqualTo(on));
        assertThat(press.currentOn(DAY.plusDays(40))).isEmpty();
    }

    @Test
    void recordsKeepTheDayThatFirstReachedThem() {
        assertThat(BENCH.records())
                .extracting(Best::kind, Best::value, Best::on, Best::workout)
                .containsExactly(
                        tuple(RecordKind.WEIGHT, new BigDecimal("105"), DAY.minusDays(6), FRIDAY),
                        tuple(RecordKind.SET_VOLUME, new BigDecimal("960"), DAY.minusDays(10), MONDAY),
                        tuple(RecordKind.SESSION_VOLUME, new BigDecimal("2460"), DAY.minusDays(10), MONDAY),
                        tuple(RecordKind.ESTIMATE, new BigDecimal("114.6"), DAY.minusDays(10), MONDAY));
    }

    @Test
    void aRepetitionMaximumIsTheHeaviestWeightLiftedThatOftenOrOftener() {
        assertThat(BENCH.repetitionMaxima())
                .hasSize(12)
                .extracting(RepetitionMaximum::reps, maximum -> maximum.weight().intValue(), RepetitionMaximum::workout)
                .contains(tuple(1, 105, FRIDAY), tuple(3, 105, FRIDAY), tuple(4, 100, MONDAY), tuple(5, 100, MONDAY))
                .contains(tuple(6, 80, MONDAY), tuple(12, 80, MONDAY));
    }

    @Test
    void setsWithoutWeightAreJudgedByTheirRepetitions() {
        var pullUps = new ExerciseProgress(false, List.of(sets(MONDAY, 3, "0", 14, 2), sets(FRIDAY, 1, "10", 15, 1)));

        assertThat(pullUps.records())
                .extracting(Best::kind)
                .containsExactly(
                        RecordKind.WEIGHT, RecordKind.REPETITIONS, RecordKind.SET_VOLUME, RecordKind.SESSION_VOLUME);
        assertThat(pullUps.records().get(1).value()).isEqualByComparingTo("14");
        assertThat(pullUps.repetitionMaxima())
                .hasSize(12)
                .allSatisfy(maximum -> assertThat(maximum.workout()).isEqualTo(FRIDAY));
        assertThat(pullUps.days()).extracting(DayProgress::best).containsOnlyNulls();
        assertThat(pullUps.current(DAY))
                .returns(
                        "There is no estimate for exercises without recorded weight and repetitions.", Figure::missing);
    }

    @Test
    void whereTheBodyIsLiftedItsWeightCountsInAllButTheRecordOfWhatWasAdded() {
        var pullUps = new ExerciseProgress(
                true,
                List.of(
                        withBody(MONDAY, 3, "80", "0", 8),
                        withBody(FRIDAY, 1, "82", "-20", 8),
                        withBody(FRIDAY, 1, "82", "10", 5)));

        assertThat(pullUps.days())
                .extracting(
                        DayProgress::volume,
                        DayProgress::withoutBodyWeight,
                        day -> Objects.requireNonNull(day.best()).estimate().value())
                .containsExactly(
                        tuple(new BigDecimal("640"), 0, new BigDecimal("100.3")),
                        tuple(new BigDecimal("956"), 0, new BigDecimal("105.4")));
        assertThat(pullUps.records())
                .extracting(
                        Best::kind, best -> best.value().stripTrailingZeros().toPlainString())
                .containsExactly(
                        tuple(RecordKind.ADDED_WEIGHT, "10"),
                        tuple(RecordKind.REPETITIONS, "8"),
                        tuple(RecordKind.SET_VOLUME, "640"),
                        tuple(RecordKind.SESSION_VOLUME, "956"),
                        tuple(RecordKind.ESTIMATE, "105.4"));
        assertThat(pullUps.repetitionMaxima())
                .hasSize(5)
                .extracting(RepetitionMaximum::weight)
                .containsOnly(new BigDecimal("10"));
    }

    @Test
    void withoutABodyWeightWhatWasLiftedIsNotKnown() {
        var pullUps = new ExerciseProgress(
                true,
                List.of(new Performance(
                        MONDAY,
                        DAY.minusDays(3),
                        new LiftedSet(BigDecimal.TEN, Body.UNKNOWN, 5, null),
                        2,
                        BigDecimal.ZERO)));

        assertThat(pullUps.days()).containsExactly(new DayProgress(DAY.minusDays(3), 2, BigDecimal.ZERO, 2, null));
        assertThat(pullUps.records()).extracting(Best::kind).containsExactly(RecordKind.ADDED_WEIGHT);
        assertThat(pullUps.current(DAY).missing())
                .isEqualTo("Needs your body weight: none is recorded on 21 November 2026 or in the 28 days before.");
        assertThat(pullUps.current(DAY.plusDays(28)).missing()).startsWith("Needs a set of 1 to 10 repetitions");
    }

    private static Performance withBody(UUID workout, int ago, String body, String added, int reps) {
        var weighs = new Body.Weighs(new BigDecimal(body), DAY.minusDays(ago + 1));
        var set = new LiftedSet(new BigDecimal(added), weighs, reps, BigDecimal.ZERO);
        return new Performance(
                workout, DAY.minusDays(ago), set, 1, set.load().orElseThrow().multiply(BigDecimal.valueOf(reps)));
    }

    @Test
    void todaysEstimateIsThatOfTheBestSet() {
        assertThat(BENCH.current(DAY)).returns(new BigDecimal("114.6"), Figure::value);
        assertThat(BENCH.current(DAY.plusYears(1)).missing()).startsWith("Needs a set of 1 to 10 repetitions");
    }

    @Test
    void nothingDoneShowsNothing() {
        var nothing = new ExerciseProgress(true, List.of());

        assertThat(nothing.days()).isEmpty();
        assertThat(nothing.records()).isEmpty();
        assertThat(nothing.repetitionMaxima()).isEmpty();
        assertThat(nothing.current(DAY).value()).isNull();
    }

    @Property
    void noSetIsHeavierThanTheRecordAndMoreRepetitionsAreNeverHeavier(
            @ForAll @Size(min = 1, max = 30) List<@IntRange(min = 1, max = 300) Integer> weights,
            @ForAll @IntRange(min = 1, max = 20) int most) {
        var progress = new ExerciseProgress(
                true,
                weights.stream()
                        .map(weight -> sets(UUID.randomUUID(), 400 - weight, weight.toString(), 1 + weight % most, 1))
                        .toList());

        BigDecimal record = progress.records().getFirst().value();
        assertThat(weights).allSatisfy(weight -> assertThat(record).isGreaterThanOrEqualTo(BigDecimal.valueOf(weight)));
        assertThat(progress.repetitionMaxima()).first().returns(record, RepetitionMaximum::weight);
        assertThat(progress.repetitionMaxima())
                .isSortedAccordingTo((fewer, more) -> more.weight().compareTo(fewer.weight()));
    }

    private static Performance sets(UUID workout, int ago, String weight, int reps, int sets) {
        BigDecimal kilograms = new BigDecimal(weight);
        return new Performance(
                workout,
                DAY.minusDays(ago),
                new LiftedSet(kilograms, reps, BigDecimal.ZERO),
                sets,
                kilograms.multiply(BigDecimal.valueOf((long) reps * sets)));
    }
}

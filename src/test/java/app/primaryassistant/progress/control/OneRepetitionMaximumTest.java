package app.primaryassistant.progress.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.primaryassistant.platform.figure.Figure;
import app.primaryassistant.platform.figure.Input;
import app.primaryassistant.progress.control.OneRepetitionMaximum.OfDay;
import app.primaryassistant.progress.entity.Estimate;
import app.primaryassistant.progress.entity.LiftedSet;
import app.primaryassistant.workouts.entity.MaximumFormula;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OneRepetitionMaximumTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);

    /** The share of the maximum that belongs to each number of repetitions, as both formulas are tabulated. */
    @ParameterizedTest
    @CsvSource({
        "2, 93.8, 97.2",
        "3, 90.9, 94.4",
        "4, 88.2, 91.7",
        "5, 85.7, 88.9",
        "6, 83.3, 86.1",
        "7, 81.1, 83.3",
        "8, 78.9, 80.6",
        "9, 76.9, 77.8",
        "10, 75, 75"
    })
    void formulasAgreeWithTheirTables(int reps, double epley, double brzycki) {
        assertThat(100 / MaximumFormula.EPLEY.multiple(reps)).isCloseTo(epley, within(0.05));
        assertThat(100 / MaximumFormula.BRZYCKI.multiple(reps)).isCloseTo(brzycki, within(0.05));
    }

    @ParameterizedTest
    @CsvSource({
        "1, false, true",
        "1.5, false, true",
        "2, true, true",
        "10, true, true",
        "10.5, false, false",
        "0.5, false, false"
    })
    void formulasHoldInTheirRanges(double n, boolean epley, boolean brzycki) {
        assertThat(MaximumFormula.EPLEY.holds(n)).isEqualTo(epley);
        assertThat(MaximumFormula.BRZYCKI.holds(n)).isEqualTo(brzycki);
    }

    @ParameterizedTest
    @ValueSource(doubles = {2, 3.5, 7, 9.5})
    void slopeIsWhatOneRepetitionMoreAdds(double n) {
        for (MaximumFormula formula : MaximumFormula.values()) {
            assertThat(formula.slope(n))
                    .isCloseTo((formula.multiple(n + 1e-6) - formula.multiple(n - 1e-6)) / 2e-6, within(1e-6));
        }
    }

    /**
     * By the stated formulas in a separate program; 100 kg at n = 5, for one, are 116.667 by Epley and 112.5 by
     * Brzycki, a = 2.083, b = 0.048 · 114.583 = 5.5, and c = 3.424 for each repetition. At n = 1.5 only Brzycki's holds.
     */
    @ParameterizedTest
    @CsvSource({
        "100, 5, 0, 114.6, 103.1, 126.1",
        "100, 3, 2, 114.6, 101.2, 127.9",
        "100, 5, , 114.6, 100, 132.3",
        "100, 1, 0, 100, 100, 100",
        "100, 1, 0.5, 101.4, 100, 107.1",
        "60, 10, 0, 80, 63.1, 96.9",
        "60, 6, 4, 80, 62.4, 97.6",
        "82.5, 2, 0, 86.4, 82.7, 90.1"
    })
    void estimateIsTheMeanOfTheFormulasWithItsInterval(
            String weight, int reps, @Nullable String reserve, String value, String low, String high) {
        assertThat(OneRepetitionMaximum.from(set(weight, reps, reserve)))
                .contains(new Estimate(new BigDecimal(value), new BigDecimal(low), new BigDecimal(high)));
    }

    @ParameterizedTest
    @CsvSource({"100, 11, 0", "100, 8, 2.5", "100, 2, 4.5", "0, 5, 0", "-20, 5, 0", "100, 0, 0", "100, 11,"})
    void thereIsNoEstimateFromWhatTheFormulasDoNotHoldFor(String weight, int reps, @Nullable String reserve) {
        assertThat(OneRepetitionMaximum.from(set(weight, reps, reserve))).isEmpty();
    }

    @Test
    void theBodyIsPartOfWhatIsLiftedAndTheExplanationNamesItsDay() {
        Figure lifted = current("10");
        Figure helped = current("-20");

        assertThat(lifted.value()).isEqualByComparingTo("103.1");
        assertThat(lifted.explanation().formula()).contains("weight = body weight + added weight");
        assertThat(lifted.explanation().validity()).contains("All of it is counted", "28 days before");
        assertThat(lifted.explanation().inputs())
                .startsWith(
                        Input.measured("Body weight", new BigDecimal("80"), "kg", DAY.minusDays(4)),
                        Input.measured("Added weight", new BigDecimal("10"), "kg", DAY.minusDays(2)));
        assertThat(helped.value()).isEqualByComparingTo("68.8");
        assertThat(helped.explanation().inputs())
                .contains(Input.measured("Assistance", new BigDecimal("20"), "kg", DAY.minusDays(2)));
        assertThat(OneRepetitionMaximum.from(withBody("-90")))
                .as("more help than the body weighs lifts nothing")
                .isEmpty();
    }

    private static Figure current(String added) {
        LiftedSet set = withBody(added);
        Estimate estimate = OneRepetitionMaximum.from(set).orElseThrow();
        return OneRepetitionMaximum.current(List.of(new OfDay(DAY.minusDays(2), set, estimate)), List.of(), DAY);
    }

    private static LiftedSet withBody(String added) {
        var body = new LiftedSet.Body.Weighs(new BigDecimal("80.000"), DAY.minusDays(4));
        return new LiftedSet(new BigDecimal(added), body, 5, BigDecimal.ZERO);
    }

    @Property
    void moreWeightOrMoreRepetitionsNeverLowerTheEstimate(
            @ForAll @IntRange(min = 1, max = 400) int weight, @ForAll @IntRange(min = 1, max = 9) int reps) {
        BigDecimal estimate = value(set(Integer.toString(weight), reps, "0"));

        assertThat(value(set(Integer.toString(weight + 1), reps, "0"))).isGreaterThan(estimate);
        assertThat(value(set(Integer.toString(weight), reps + 1, "0"))).isGreaterThanOrEqualTo(estimate);
    }

    @Property
    void aRepetitionInReserveCountsAsOneDone(
            @ForAll @IntRange(min = 1, max = 400) int weight,
            @ForAll @IntRange(min = 1, max = 6) int reps,
            @ForAll @IntRange(min = 1, max = 4) int reserve) {
        LiftedSet easy = set(Integer.toString(weight), reps, Integer.toString(reserve));
        LiftedSet hard = set(Integer.toString(weight), reps + reserve, "0");

        assertThat(value(easy)).isEqualTo(value(hard));
        assertThat(OneRepetitionMaximum.from(easy).orElseThrow().high())
                .isGreaterThanOrEqualTo(
                        OneRepetitionMaximum.from(hard).orElseThrow().high());
    }

    @Property
    void theIntervalHoldsTheEstimateAndBeginsNoLowerThanWhatWasLifted(
            @ForAll @IntRange(min = 1, max = 4000) int weight, @ForAll @IntRange(min = 1, max = 10) int reps) {
        BigDecimal lifted = BigDecimal.valueOf(weight, 1);
        Estimate estimate =
                OneRepetitionMaximum.from(new LiftedSet(lifted, reps, null)).orElseThrow();

        assertThat(estimate.low()).isBetween(lifted, estimate.value());
        assertThat(estimate.high()).isGreaterThanOrEqualTo(estimate.value());
    }

    @Test
    void whatPostgresqlIsGivenIsTheSameFormula() {
        double[] repetitions = OneRepetitionMaximum.repetitions();
        double[] multiples = OneRepetitionMaximum.multiples();

        assertThat(repetitions).hasSize(19).startsWith(1, 1.5, 2).endsWith(9.5, 10);
        assertThat(multiples).hasSize(19).startsWith(1).isSorted();
        assertThat(multiples[8]).isCloseTo(1.145833, within(1e-6));
    }

    @Test
    void theBestDayOfFourWeeksSpeaksForToday() {
        Figure current = OneRepetitionMaximum.current(
                List.of(
                        day(28, "150", "0"),
                        day(27, "100", "0"),
                        day(3, "105", "1"),
                        day(2, "102.5", null),
                        day(-1, "160", "0")),
                List.of(),
                DAY);

        assertThat(current)
                .returns(new BigDecimal("124"), Figure::value)
                .returns("kg", Figure::unit)
                .returns("one-repetition-maximum", Figure::key);
        assertThat(current.low()).isLessThan(current.value());
        assertThat(current.explanation().inputs())
                .containsExactly(
                        Input.measured("Weight", new BigDecimal("105"), "kg", DAY.minusDays(3)),
                        Input.measured("Repetitions", BigDecimal.valueOf(5), "", DAY.minusDays(3)),
                        Input.measured("Repetitions in reserve", BigDecimal.ONE, "", DAY.minusDays(3)));
    }

    @Test
    void ofEqualDaysTheLaterSpeaksAndAnUnknownReserveIsSaid() {
        Figure current = OneRepetitionMaximum.current(List.of(day(9, "100", "0"), day(5, "100", null)), List.of(), DAY);

        assertThat(current.explanation().inputs())
                .contains(
                        Input.words("Repetitions in reserve", "not recorded"),
                        Input.measured("Weight", new BigDecimal("100"), "kg", DAY.minusDays(5)));
    }

    @Test
    void saysWhatIsNeededWhereNothingSpeaks() {
        assertThat(OneRepetitionMaximum.current(List.of(day(28, "150", "0")), List.of(), DAY))
                .returns(null, Figure::value)
                .returns(
                        "Needs a set of 1 to 10 repetitions, including those in reserve, in the 28 days to 24 November 2026.",
                        Figure::missing);
    }

    private static OfDay day(int ago, String weight, @Nullable String reserve) {
        LiftedSet set = set(weight, 5, reserve);
        return new OfDay(DAY.minusDays(ago), set, OneRepetitionMaximum.from(set).orElseThrow());
    }

    private static BigDecimal value(LiftedSet set) {
        return OneRepetitionMaximum.from(set).orElseThrow().value();
    }

    private static LiftedSet set(String weight, int reps, @Nullable String reserve) {
        return new LiftedSet(new BigDecimal(weight), reps, reserve == null ? null : new BigDecimal(reserve));
    }
}

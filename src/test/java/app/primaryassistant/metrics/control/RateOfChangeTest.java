package app.primaryassistant.metrics.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.primaryassistant.platform.figure.Figure;
import app.primaryassistant.platform.figure.Input;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Reference values by the stated formulas in a separate program, with Student's quantiles by Simpson's rule. */
class RateOfChangeTest {

    private static final Offset<BigDecimal> ROUNDING = within(new BigDecimal("0.00001"));

    @Test
    void lineIsItsOwnSlopeWithoutUncertainty() {
        Figure rate = rate(Series.daily(80, 79.9, 79.8, 79.7, 79.6, 79.5, 79.4, 79.3));

        assertThat(rate)
                .returns("rate", Figure::key)
                .returns("Rate of change", Figure::name)
                .returns("kg/week", Figure::unit)
                .returns(new BigDecimal("-0.7"), Figure::value)
                .returns(new BigDecimal("-0.7"), Figure::low)
                .returns(new BigDecimal("-0.7"), Figure::high);
        assertThat(number(rate, "Residual autocorrelation r")).isEqualByComparingTo("0");
    }

    @Test
    void independentDaysHaveTheTextbookInterval() {
        Figure rate = rate(Series.daily(80.2, 79.7, 80.0, 79.5, 79.8, 79.3, 79.6, 79.1));

        assertRate(rate, "-0.833333", "-1.428991", "-0.237676");
        assertThat(number(rate, "Residual autocorrelation r")).isEqualByComparingTo("0");
        assertThat(number(rate, "Effective number of days nₑ")).isEqualByComparingTo("8");
    }

    @Test
    void daysLeftOutAreAllowedFor() {
        Figure rate = rate(List.of(
                Series.day(0, 80.5),
                Series.day(2, 80.1),
                Series.day(3, 80.3),
                Series.day(7, 79.9),
                Series.day(8, 79.6),
                Series.day(9, 80.0),
                Series.day(12, 79.2),
                Series.day(20, 78.9),
                Series.day(27, 78.1)));

        assertRate(rate, "-0.592665", "-0.719422", "-0.465908");
    }

    @Test
    void daysThatResembleTheirNeighboursWidenTheInterval() {
        Figure rate = rate(Series.daily(80.3, 80.2, 80.1, 80.0, 79.3, 79.2, 79.1, 79.0, 79.1, 79.2, 79.0, 79.1));

        assertRate(rate, "-0.876224", "-3.329904", "1.577457");
        assertThat(number(rate, "Residual autocorrelation r")).isEqualByComparingTo("0.55");
        assertThat(number(rate, "Effective number of days nₑ")).isEqualByComparingTo("3.5");
        assertThat(number(rate, "Days with a value n")).isEqualByComparingTo("12");
    }

    @Test
    void claimsNoDirectionWhereAlmostAllDaysSayTheSame() {
        Figure rate = rate(Series.daily(IntStream.range(0, 28)
                .mapToDouble(day -> 80 + 0.01 * (day - 14) * (day - 14))
                .toArray()));

        assertRate(rate, "-0.07", "-6.483802", "6.343802");
        assertThat(number(rate, "Effective number of days nₑ")).isEqualByComparingTo("3");
    }

    @Test
    void countsOnlyTheFourWeeksThatEndOnTheDay() {
        List<DayMean> inside = Series.daily(80, 79.9, 79.8, 79.7, 79.6, 79.5, 79.4, 79.3);
        LocalDate last = Series.START.plusDays(27);
        List<DayMean> around = List.of(
                Series.day(-1, 140),
                inside.get(0),
                inside.get(1),
                inside.get(2),
                inside.get(3),
                inside.get(4),
                inside.get(5),
                inside.get(6),
                Series.day(27, 77.3),
                Series.day(28, 20));

        Figure rate = RateOfChange.perWeek(around, last, "kg");

        assertThat(rate.value()).isEqualByComparingTo("-0.7");
        assertThat(number(rate, "Days with a value n")).isEqualByComparingTo("8");
        assertThat(rate.explanation().inputs())
                .contains(Input.words("Window", "2026-11-01 to 2026-11-28"));
    }

    @Test
    void saysWhatItNeedsWhereThereAreTooFewDays() {
        assertThat(rate(List.of()))
                .returns(
                        "Needs values on at least 4 days, the first and the last at least 7 days apart,"
                                + " in the 28 days to 28 November 2026.",
                        Figure::missing)
                .returns(null, Figure::value)
                .returns("kg/week", Figure::unit);
        assertThat(rate(List.of(Series.day(0, 80), Series.day(5, 80), Series.day(9, 80))).missing()).isNotNull();
        assertThat(rate(List.of(Series.day(0, 80), Series.day(5, 80), Series.day(6, 80), Series.day(9, 80))).missing())
                .isNull();
    }

    @Test
    void saysWhatItNeedsWhereTheDaysAreTooClose() {
        assertThat(rate(Series.daily(80, 81, 80, 81, 80, 81, 80)).missing()).isNotNull();
        assertThat(rate(Series.daily(80, 81, 80, 81, 80, 81, 80, 81)).missing()).isNull();
    }

    @Test
    void explainsItself() {
        assertThat(rate(Series.daily(80, 81, 80)).explanation())
                .satisfies(explanation -> assertThat(explanation.formula()).contains("slope"))
                .satisfies(explanation -> assertThat(explanation.source()).contains("Santer", "2000"))
                .satisfies(explanation -> assertThat(explanation.inputs()).hasSize(2));
    }

    @Property
    void shiftingTheDaysChangesOnlyTheWindow(
            @ForAll("series") List<DayMean> days, @ForAll @IntRange(min = -20_000, max = 20_000) int by) {
        LocalDate last = days.getLast().date();
        Figure here = RateOfChange.perWeek(days, last, "kg");
        Figure there = RateOfChange.perWeek(Series.shifted(days, by), last.plusDays(by), "kg");

        assertThat(there.value()).isEqualTo(here.value());
        assertThat(there.low()).isEqualTo(here.low());
        assertThat(there.high()).isEqualTo(here.high());
    }

    @Property
    void scalingTheValuesScalesTheRate(@ForAll("series") List<DayMean> days) {
        BigDecimal factor = new BigDecimal("2.5");
        LocalDate last = days.getLast().date();
        Figure rate = RateOfChange.perWeek(days, last, "kg");
        Figure scaled = RateOfChange.perWeek(Series.mapped(days, factor::multiply), last, "kg");

        if (rate.missing() == null) {
            assertThat(scaled.value()).isCloseTo(present(rate.value()).multiply(factor), ROUNDING);
            assertThat(scaled.low()).isCloseTo(present(rate.low()).multiply(factor), ROUNDING);
            assertThat(scaled.high()).isCloseTo(present(rate.high()).multiply(factor), ROUNDING);
        } else {
            assertThat(scaled.missing()).isEqualTo(rate.missing());
        }
    }

    @Property
    void addingAConstantChangesNothing(@ForAll("series") List<DayMean> days) {
        LocalDate last = days.getLast().date();
        Figure rate = RateOfChange.perWeek(days, last, "kg");
        Figure raised = RateOfChange.perWeek(Series.mapped(days, BigDecimal.TEN::add), last, "kg");

        assertThat(raised.missing()).isEqualTo(rate.missing());
        if (rate.missing() == null) {
            assertThat(raised.value()).isCloseTo(present(rate.value()), ROUNDING);
            assertThat(raised.high()).isCloseTo(present(rate.high()), ROUNDING);
        }
    }

    @Provide
    Arbitrary<List<DayMean>> series() {
        return Series.any();
    }

    private static Figure rate(List<DayMean> days) {
        return RateOfChange.perWeek(days, Series.START.plusDays(27), "kg");
    }

    private static void assertRate(Figure rate, String value, String low, String high) {
        assertThat(rate.value()).isCloseTo(new BigDecimal(value), ROUNDING);
        assertThat(rate.low()).isCloseTo(new BigDecimal(low), ROUNDING);
        assertThat(rate.high()).isCloseTo(new BigDecimal(high), ROUNDING);
    }

    private static BigDecimal number(Figure rate, String input) {
        return rate.explanation().inputs().stream()
                .filter(given -> given.name().equals(input))
                .map(given -> present(given.value()))
                .findFirst()
                .orElseThrow();
    }

    private static BigDecimal present(@Nullable BigDecimal value) {
        return Objects.requireNonNull(value);
    }
}

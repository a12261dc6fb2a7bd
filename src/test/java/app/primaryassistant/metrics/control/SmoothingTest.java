package app.primaryassistant.metrics.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import app.primaryassistant.platform.figure.Input;
import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class SmoothingTest {

    private static final Offset<BigDecimal> ROUNDING = within(new BigDecimal("0.000002"));

    /**
     * By hand: weights ¼, ½ and 1, mean 137.5/1.75, n = 1.75²/1.3125 = 7/3, variance 27/14, and 7.191585 as the quantile
     * of Student's t with 4/3 degrees of freedom by Simpson's rule.
     */
    @Test
    void weekOldValueCountsHalf() {
        List<TrendPoint> trend =
                Smoothing.trend(List.of(Series.day(0, 80), Series.day(7, 77), Series.day(14, 79)));

        assertThat(trend).extracting(point -> point.value().toPlainString()).containsExactly("80", "78", "78.571429");
        TrendPoint last = trend.getLast();
        assertThat(last.date()).isEqualTo(Series.START.plusDays(14));
        assertThat(last.low()).isCloseTo(new BigDecimal("72.033290"), ROUNDING);
        assertThat(last.high()).isCloseTo(new BigDecimal("85.109567"), ROUNDING);
    }

    @Test
    void hasNoBandBeforeTheThirdDay() {
        List<TrendPoint> trend = Smoothing.trend(Series.daily(80, 80.4, 79.8));

        assertThat(trend).extracting(point -> point.low() == null).containsExactly(true, true, false);
        assertThat(trend).extracting(point -> point.high() == null).containsExactly(true, true, false);
    }

    @Test
    void losesItsBandInALongGap() {
        List<TrendPoint> trend = Smoothing.trend(
                List.of(Series.day(0, 80), Series.day(1, 81), Series.day(2, 80), Series.day(92, 75)));

        assertThat(trend.getLast().value()).isCloseTo(new BigDecimal("75"), within(new BigDecimal("0.01")));
        assertThat(trend.getLast().low()).isNull();
    }

    @Test
    void constantDaysHaveABandWithoutWidth() {
        assertThat(Smoothing.trend(Series.daily(80, 80, 80, 80)).getLast())
                .isEqualTo(new TrendPoint(
                        Series.START.plusDays(3), new BigDecimal("80"), new BigDecimal("80"), new BigDecimal("80")));
    }

    @Test
    void nothingMeasuredIsNoTrend() {
        assertThat(Smoothing.trend(List.of())).isEmpty();
    }

    @Test
    void refusesDaysOutOfOrder() {
        List<DayMean> days = Series.daily(80, 81);

        assertThatIllegalArgumentException().isThrownBy(() -> Smoothing.trend(days.reversed()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Smoothing.trend(List.of(days.getFirst(), days.getFirst())));
    }

    @Test
    void explainsItself() {
        assertThat(Smoothing.explanation(Series.daily(80, 81)))
                .satisfies(explanation -> assertThat(explanation.source()).contains("Eckner", "Walker"))
                .satisfies(explanation -> assertThat(explanation.inputs())
                        .containsExactly(
                                Input.number("Half-life of a weight", new BigDecimal("7"), "days"),
                                Input.number("Smoothing time τ", new BigDecimal("10.1"), "days"),
                                Input.number("Days with a value", new BigDecimal("2"), "days")));
    }

    @Property
    void recursionGivesWhatTheDefinitionSays(@ForAll("series") List<DayMean> days) {
        TrendPoint last = Smoothing.trend(days).getLast();
        double tau = 7 / Math.log(2);
        double[] weights = days.stream()
                .mapToDouble(day -> Math.exp(-ChronoUnit.DAYS.between(day.date(), last.date()) / tau))
                .toArray();
        double total = 0;
        double squares = 0;
        double mean = 0;
        for (int i = 0; i < weights.length; i++) {
            total += weights[i];
            squares += weights[i] * weights[i];
            mean += weights[i] * days.get(i).value().doubleValue();
        }
        mean /= total;
        assertThat(last.value().doubleValue()).isCloseTo(mean, within(1e-6));

        BigDecimal high = last.high();
        assertThat(high == null).isEqualTo(total * total / squares < 2);
        if (high != null) {
            double variance = 0;
            for (int i = 0; i < weights.length; i++) {
                variance += weights[i] * Math.pow(days.get(i).value().doubleValue() - mean, 2);
            }
            variance /= total - squares / total;
            double standardError = Math.sqrt(variance * squares) / total;
            double margin = StudentT.margin(total * total / squares - 1) * standardError;
            assertThat(high.doubleValue()).isCloseTo(mean + margin, within(1e-5));
        }
    }

    @Property
    void stayBetweenTheLeastAndTheGreatestValue(@ForAll("series") List<DayMean> days) {
        List<BigDecimal> values = days.stream().map(DayMean::value).toList();

        assertThat(Smoothing.trend(days))
                .allSatisfy(point -> assertThat(point.value()).isBetween(Collections.min(values), Collections.max(values)));
    }

    @Property
    void constantSeriesHasAConstantTrend(
            @ForAll("series") List<DayMean> days, @ForAll @IntRange(min = 1, max = 300_000) int thousandths) {
        BigDecimal constant = BigDecimal.valueOf(thousandths, 3);

        assertThat(Smoothing.trend(Series.mapped(days, value -> constant)))
                .allSatisfy(point -> assertThat(point.value()).isEqualByComparingTo(constant));
    }

    @Property
    void bandLiesEquallyFarToBothSides(@ForAll("series") List<DayMean> days) {
        assertThat(Smoothing.trend(days)).allSatisfy(point -> {
            BigDecimal low = point.low();
            BigDecimal high = point.high();
            if (low != null && high != null) {
                assertThat(high.subtract(point.value())).isCloseTo(point.value().subtract(low), ROUNDING);
            }
        });
    }

    @Property
    void shiftingTheDaysChangesNothing(
            @ForAll("series") List<DayMean> days, @ForAll @IntRange(min = -20_000, max = 20_000) int by) {
        List<TrendPoint> moved = Smoothing.trend(days).stream()
                .map(point -> new TrendPoint(point.date().plusDays(by), point.value(), point.low(), point.high()))
                .toList();

        assertThat(Smoothing.trend(Series.shifted(days, by))).isEqualTo(moved);
    }

    @Property
    void scalingTheValuesScalesTheTrend(@ForAll("series") List<DayMean> days) {
        BigDecimal factor = new BigDecimal("2.5");
        List<TrendPoint> trend = Smoothing.trend(days);
        List<TrendPoint> scaled = Smoothing.trend(Series.mapped(days, factor::multiply));

        for (int i = 0; i < trend.size(); i++) {
            assertThat(scaled.get(i).value()).isCloseTo(trend.get(i).value().multiply(factor), ROUNDING);
            BigDecimal low = trend.get(i).low();
            if (low != null) {
                assertThat(scaled.get(i).low()).isCloseTo(low.multiply(factor), ROUNDING);
            }
        }
    }

    @Provide
    Arbitrary<List<DayMean>> series() {
        return Series.any();
    }
}

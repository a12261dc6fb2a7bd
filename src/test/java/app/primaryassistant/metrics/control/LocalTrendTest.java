package app.primaryassistant.metrics.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import app.primaryassistant.platform.figure.Input;
import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
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

/** Reference values by the stated formulas as matrices in a separate program, with Student's quantiles by Simpson's rule. */
class LocalTrendTest {

    private static final Offset<BigDecimal> ROUNDING = within(new BigDecimal("0.000002"));

    @Test
    void daysLeftOutAreAllowedFor() {
        List<TrendPoint> trend = new LocalTrend(Series.WITH_GAPS).points();

        assertPoint(trend.get(0), "80.446201", "80.137605", "80.754798");
        assertPoint(trend.get(3), "79.859885", "79.666652", "80.053118");
        assertPoint(trend.get(8), "78.142043", "77.694653", "78.589434");
    }

    @Test
    void daysThatResembleTheirNeighboursWidenTheBand() {
        var trend = new LocalTrend(Series.RESEMBLING);

        assertPoint(trend.points().getFirst(), "80.2318", "79.595121", "80.868478");
        assertPoint(trend.points().getLast(), "78.860647", "78.223968", "79.497325");
        assertThat(number(trend, "Residual autocorrelation r")).isEqualByComparingTo("0.51");
        assertThat(number(trend, "Degrees of freedom ν")).isEqualByComparingTo("4");
    }

    @Test
    void aSteadyChangeIsFollowedWithoutDelay() {
        List<DayMean> days = Series.daily(
                IntStream.range(0, 60).mapToDouble(day -> 80 - day / 8.0).toArray());

        assertThat(new LocalTrend(days).points()).allSatisfy(point -> {
            BigDecimal measured = days.get((int) ChronoUnit.DAYS.between(Series.START, point.date()))
                    .value();
            assertThat(point.value()).isEqualByComparingTo(measured);
            assertThat(point.low()).isEqualByComparingTo(measured);
            assertThat(point.high()).isEqualByComparingTo(measured);
        });
    }

    @Test
    void threeDaysHaveNoBandAndFourHave() {
        assertThat(new LocalTrend(Series.daily(80, 80.4, 79.8)).points())
                .allSatisfy(point -> assertThat(point.low()).isNull())
                .extracting(point -> point.value().toPlainString())
                .containsExactly("80.150707", "80.077844", "79.950707");
        assertThat(new LocalTrend(Series.daily(80, 80.4, 79.8, 80.1)).points())
                .allSatisfy(point -> assertThat(point.low()).isNotNull());
    }

    @Test
    void aValueThatStandsAloneIsItsOwnTrend() {
        var trend = new LocalTrend(List.of(Series.day(0, 80), Series.day(1, 81), Series.day(92, 75)));

        assertThat(trend.points().getLast())
                .isEqualTo(new TrendPoint(Series.START.plusDays(92), new BigDecimal("75"), null, null));
    }

    @Test
    void nothingMeasuredIsNoTrend() {
        assertThat(new LocalTrend(List.of()).points()).isEmpty();
    }

    @Test
    void refusesDaysOutOfOrder() {
        List<DayMean> days = Series.daily(80, 81);

        assertThatIllegalArgumentException().isThrownBy(() -> new LocalTrend(days.reversed()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LocalTrend(List.of(days.getFirst(), days.getFirst())));
    }

    @Test
    void explainsItself() {
        assertThat(new LocalTrend(Series.daily(80, 81)).explanation())
                .satisfies(explanation -> assertThat(explanation.formula()).contains("least squares"))
                .satisfies(
                        explanation -> assertThat(explanation.source()).contains("Cleveland", "1988", "Santer", "2000"))
                .satisfies(explanation -> assertThat(explanation.inputs()).hasSize(3));
    }

    @Property
    void onlyDaysWithinReachHaveASay(@ForAll("series") List<DayMean> days) {
        DayMean last = days.getLast();
        List<DayMean> near = days.stream()
                .filter(day -> !day.date().isBefore(last.date().minusDays(LocalTrend.REACH_DAYS)))
                .toList();

        assertThat(new LocalTrend(near).points().getLast().value())
                .isEqualTo(new LocalTrend(days).points().getLast().value());
    }

    @Property
    void shiftingTheDaysShiftsTheTrend(
            @ForAll("series") List<DayMean> days, @ForAll @IntRange(min = -20_000, max = 20_000) int by) {
        assertThat(new LocalTrend(Series.shifted(days, by)).points())
                .isEqualTo(new LocalTrend(days)
                        .points().stream()
                                .map(point -> new TrendPoint(
                                        point.date().plusDays(by), point.value(), point.low(), point.high()))
                                .toList());
    }

    @Property
    void theBandHoldsTheTrend(@ForAll("series") List<DayMean> days) {
        assertThat(new LocalTrend(days).points()).allSatisfy(point -> {
            if (point.low() != null) {
                assertThat(point.value()).isBetween(point.low(), point.high());
            }
        });
    }

    @Provide
    Arbitrary<List<DayMean>> series() {
        return Series.any();
    }

    private static void assertPoint(TrendPoint point, String value, String low, String high) {
        assertThat(point.value()).isCloseTo(new BigDecimal(value), ROUNDING);
        assertThat(present(point.low())).isCloseTo(new BigDecimal(low), ROUNDING);
        assertThat(present(point.high())).isCloseTo(new BigDecimal(high), ROUNDING);
    }

    private static BigDecimal number(LocalTrend trend, String input) {
        return trend.explanation().inputs().stream()
                .filter(given -> given.name().equals(input))
                .map(Input::value)
                .map(LocalTrendTest::present)
                .findFirst()
                .orElseThrow();
    }

    private static BigDecimal present(@Nullable BigDecimal value) {
        return Objects.requireNonNull(value);
    }
}

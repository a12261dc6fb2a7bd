package app.primaryassistant.metrics.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.primaryassistant.platform.figure.Figure;
import app.primaryassistant.platform.figure.Input;
import app.primaryassistant.platform.time.CivilDay;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reference values by the stated formulas as matrices in a separate program, with Student's quantiles by Simpson's rule. */
class TrendChangeTest {

    private static final Offset<BigDecimal> ROUNDING = within(new BigDecimal("0.00001"));

    @Test
    void aLineChangesByItsSlopeWithoutUncertainty() {
        TrendChange change = over(Series.daily(80, 79.9, 79.8, 79.7, 79.6, 79.5, 79.4, 79.3));

        assertThat(change.change())
                .returns("change", Figure::key)
                .returns("kg", Figure::unit)
                .returns(new BigDecimal("-0.7"), Figure::value)
                .returns(new BigDecimal("-0.7"), Figure::low)
                .returns(new BigDecimal("-0.7"), Figure::high);
        assertThat(change.rate())
                .returns("rate", Figure::key)
                .returns("kg/week", Figure::unit)
                .returns(new BigDecimal("-0.7"), Figure::value);
    }

    @Test
    void daysLeftOutAreAllowedFor() {
        assertFigure(over(Series.WITH_GAPS).change(), "-2.304158", "-2.88532", "-1.722996");
    }

    @Test
    void daysThatResembleTheirNeighboursWidenTheInterval() {
        TrendChange change = over(Series.RESEMBLING);

        assertFigure(change.change(), "-1.371153", "-2.422536", "-0.31977");
        assertThat(change.change().explanation().inputs())
                .contains(Input.number("Days between", new BigDecimal("11"), "days"))
                .contains(Input.number("Residual autocorrelation r", new BigDecimal("0.51"), ""));
    }

    @Test
    void itIsWhatThePlotShowsBetweenTheEndsOfTheSpan() {
        List<DayMean> days = noisy(new Random(3), 120, -0.02, 0);
        LocalDate first = Series.START.plusDays(30);
        LocalDate last = Series.START.plusDays(100);
        var trend = new LocalTrend(days);

        Figure change = TrendChange.of(trend, first, last, "kg").change();

        BigDecimal start = trend.points().get(30).value();
        BigDecimal end = trend.points().get(100).value();
        assertThat(change.value()).isCloseTo(end.subtract(start), ROUNDING);
        assertThat(change.explanation().inputs())
                .contains(
                        Input.measured("Trend on the first day", start, "kg", first),
                        Input.measured("Trend on the last day", end, "kg", last));
    }

    /** A year's fall that ends in two steady months is a fall, whatever the last four weeks say. */
    @Test
    void aFallIsOneAlthoughItHasComeToRest() {
        List<DayMean> days = new ArrayList<>();
        var chance = new Random(7);
        for (int day = 0; day < 365; day++) {
            days.add(Series.day(day, 78 - 8.3 * Math.min(1, day / 300.0) + 0.5 * chance.nextGaussian()));
        }
        var trend = new LocalTrend(days);
        LocalDate last = Series.START.plusDays(364);

        assertThat(TrendChange.of(trend, Series.START, last, "kg").change().value())
                .isCloseTo(new BigDecimal("-8.3"), within(new BigDecimal("0.5")));
        assertThat(TrendChange.of(trend, Series.START, last, "kg").change().high())
                .isNegative();
        Figure recent = TrendChange.of(trend, last.minusDays(27), last, "kg").change();
        assertThat(present(recent.low())).isNegative();
        assertThat(present(recent.high())).isPositive();
    }

    /** Weights without scatter resemble each other wholly, and say the more for it. */
    @Test
    void aSmoothFallThatComesToRestIsAFall() {
        TrendChange change = over(Series.daily(IntStream.range(0, 56)
                .mapToDouble(day -> 80 - Math.min(day, 28) / 4.0)
                .toArray()));

        assertThat(change.change().value()).isCloseTo(new BigDecimal("-7"), within(new BigDecimal("0.5")));
        assertThat(change.change().high()).isNegative();
    }

    /** How often the interval holds the true change, where days are independent and where they resemble each other. */
    @ParameterizedTest
    @CsvSource({"90, 0, 0.92", "90, 0.4, 0.89", "365, 0, 0.92", "365, 0.4, 0.89"})
    void theIntervalHoldsTheTrueChangeAsOftenAsItSays(int length, double resemblance, double least) {
        var chance = new Random(42);
        int runs = 300;
        int held = 0;
        for (int run = 0; run < runs; run++) {
            List<DayMean> days = noisy(chance, length, -0.05, resemblance);
            Figure change = TrendChange.of(
                            new LocalTrend(days), Series.START, days.getLast().date(), "kg")
                    .change();
            double truth = -0.05 * (length - 1);
            if (present(change.low()).doubleValue() <= truth
                    && truth <= present(change.high()).doubleValue()) {
                held++;
            }
        }
        assertThat(held / (double) runs).isBetween(least, 0.99);
    }

    @Test
    void saysWhatItNeedsWhereThereAreTooFewDays() {
        String needs = "Needs values on at least 4 days, the first and the last at least 7 days apart.";
        assertThat(over(List.of()).change()).returns(needs, Figure::missing).returns(null, Figure::value);
        assertThat(over(List.of()).rate()).returns(needs, Figure::missing).returns("kg/week", Figure::unit);
        List<DayMean> few = List.of(Series.day(0, 80), Series.day(5, 80), Series.day(9, 80));
        assertThat(over(few).change().missing())
                .isEqualTo(
                        "Needs values on at least 4 of the 10 days to 10 November 2026, the first and the last at least 7 days apart.");
        assertThat(TrendChange.of(
                                new LocalTrend(few),
                                CivilDay.EARLIEST,
                                few.getLast().date(),
                                "kg")
                        .change()
                        .missing())
                .isEqualTo(needs);
        assertThat(over(Series.daily(80, 81, 80, 81, 80, 81, 80)).change().missing())
                .isEqualTo(needs);
        assertThat(over(Series.daily(80, 81, 80, 81, 80, 81, 80, 81)).change().missing())
                .isNull();
    }

    @Test
    void valuesFarApartSayThatTheyAre() {
        assertThat(over(List.of(Series.day(0, 80), Series.day(40, 79), Series.day(80, 78), Series.day(120, 77)))
                        .change()
                        .missing())
                .isEqualTo("The values are too far apart to tell a change from scatter.");
    }

    @Test
    void explainsItself() {
        assertThat(over(Series.daily(80, 81, 80)).rate().explanation())
                .satisfies(explanation -> assertThat(explanation.formula()).contains("trend on the last day"))
                .satisfies(explanation -> assertThat(explanation.source()).contains("Cleveland", "1988"));
    }

    @Property
    void scalingAndRaisingTheValuesScalesTheChange(@ForAll("series") List<DayMean> days) {
        BigDecimal factor = new BigDecimal("2.5");
        Figure change = over(days).change();
        Figure scaled = over(Series.mapped(days, value -> value.multiply(factor).add(BigDecimal.TEN)))
                .change();

        assertThat(scaled.missing()).isEqualTo(change.missing());
        if (change.missing() == null) {
            assertThat(present(scaled.value()))
                    .isCloseTo(present(change.value()).multiply(factor), ROUNDING);
            assertThat(present(scaled.low())).isCloseTo(present(change.low()).multiply(factor), ROUNDING);
        }
    }

    @Provide
    Arbitrary<List<DayMean>> series() {
        return Series.any();
    }

    private static TrendChange over(List<DayMean> days) {
        LocalDate last = days.isEmpty() ? Series.START : days.getLast().date();
        return TrendChange.of(new LocalTrend(days), Series.START, last, "kg");
    }

    /** A steady change with scatter of half a kilogram, which stays from one day to the next by some share. */
    private static List<DayMean> noisy(Random chance, int length, double daily, double resemblance) {
        double[] scatter = new double[length];
        for (int day = 0; day < length; day++) {
            double fresh = 0.5 * chance.nextGaussian();
            scatter[day] = day == 0
                    ? fresh
                    : resemblance * scatter[day - 1] + Math.sqrt(1 - resemblance * resemblance) * fresh;
        }
        return Series.daily(IntStream.range(0, length)
                .mapToDouble(day -> 80 + daily * day + scatter[day])
                .toArray());
    }

    private static void assertFigure(Figure figure, String value, String low, String high) {
        assertThat(present(figure.value())).isCloseTo(new BigDecimal(value), ROUNDING);
        assertThat(present(figure.low())).isCloseTo(new BigDecimal(low), ROUNDING);
        assertThat(present(figure.high())).isCloseTo(new BigDecimal(high), ROUNDING);
    }

    private static BigDecimal present(@Nullable BigDecimal value) {
        return Objects.requireNonNull(value);
    }
}

package app.primaryassistant.metrics.control;

import static org.assertj.core.api.Assertions.assertThat;

import app.primaryassistant.metrics.control.Review.Meant;
import app.primaryassistant.metrics.control.Review.Unusual;
import app.primaryassistant.metrics.entity.BuiltInMetric;
import app.primaryassistant.metrics.entity.Quantity;
import app.primaryassistant.platform.unit.Unit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class UsualRangeTest {

    /** A week of weights in kg, and the day after it. */
    private static final List<DayMean> WEEK = Series.daily(69.8, 69.4, 69.9, 69.6, 69.3, 69.7, 69.6);

    @ParameterizedTest
    @CsvSource({
        "6.94,  kg, 69.4, kg",
        "694,   kg, 69.4, kg",
        "0.694, lb,     ,",
        "153.4, kg, 153.4, lb",
        "69.6,  lb, 69.6, kg",
        "15.34, lb, 153.4, lb",
        "96.4,  kg,     ,",
        "60,    kg,     ,",
    })
    void aSlipIsAskedAboutAndWhatWasMeantIsGuessed(String value, String unit, String meant, String meantUnit) {
        assertThat(unusual(WEEK, value, unit))
                .hasValueSatisfying(asked -> assertThat(asked.meant())
                        .isEqualTo(Optional.ofNullable(meant)
                                .map(number -> new Meant(new BigDecimal(number), meantUnit))));
    }

    @ParameterizedTest
    @CsvSource({"69.6, kg", "67, kg", "72.5, kg", "153.4, lb", "70, kg"})
    void whatABodyDoesIsNotAskedAbout(String value, String unit) {
        assertThat(unusual(WEEK, value, unit)).isEmpty();
    }

    /** One wrong value makes nothing usual; until there are enough, an adult's common range is what a value is held against. */
    @Test
    void fewEarlierValuesQuestionNothingThatIsCommonInAdults() {
        List<DayMean> wrong = Series.daily(8);

        assertThat(unusual(wrong, "82.4", "kg")).isEmpty();
        assertThat(unusual(Series.daily(69.6, 69.7, 69.4, 69.5), "96.4", "kg")).isEmpty();
        assertThat(unusual(Series.daily(69.6, 69.7, 69.4, 69.5, 69.5), "96.4", "kg"))
                .isPresent();
        assertThat(unusual(List.of(), "6.94", "kg")).hasValueSatisfying(asked -> {
            assertThat(asked.usual().typical()).isNull();
            assertThat(asked.meant()).contains(new Meant(new BigDecimal("69.4"), "kg"));
        });
        assertThat(unusual(Series.daily(69.6), "6.94", "kg")).isPresent();
        assertThat(unusual(Series.daily(17.5), "17.7", "kg")).as("a child's").isEmpty();
    }

    @ParameterizedTest
    @EnumSource(BuiltInMetric.class)
    void whatIsCommonInAdultsIsPlausible(BuiltInMetric metric) {
        UsualRange.ofAdults(metric)
                .ifPresent(common ->
                        assertThat(List.of(common.low(), common.high())).allMatch(metric::isPlausible));
    }

    @Test
    void aWrongValueAmongTheEarlierOnesMovesNothing() {
        List<DayMean> withSlip = new ArrayList<>(WEEK);
        withSlip.set(3, Series.day(3, 6.96));

        assertThat(unusual(withSlip, "6.94", "kg")).isPresent();
        assertThat(unusual(withSlip, "69.4", "kg")).isEmpty();
    }

    @Test
    void afterALongTimeMoreIsExpected() {
        List<DayMean> longAgo = Series.shifted(WEEK, -80);

        assertThat(unusual(WEEK, "62", "kg")).isPresent();
        assertThat(unusual(longAgo, "62", "kg")).isEmpty();
        assertThat(unusual(longAgo, "6.2", "kg")).isPresent();
    }

    @Test
    void whoScattersMoreIsAskedLess() {
        List<DayMean> erratic = Series.daily(60, 75, 65, 80, 62, 78, 70, 66, 77);

        assertThat(unusual(erratic, "88", "kg")).isEmpty();
        assertThat(unusual(WEEK, "88", "kg")).isPresent();
    }

    @ParameterizedTest
    @EnumSource(names = {"MOOD", "ENERGY", "STRESS", "SLEEP_QUALITY"})
    void whatMayJumpIsNeverAskedAbout(BuiltInMetric metric) {
        assertThat(UsualRange.of(Series.daily(1, 1, 1), Series.START, UsualRange.factorOf(metric)))
                .isEmpty();
    }

    /** Steps of ordinary weeks, with a day in bed and a hike among them: a digit too many or too few stands out, no day does. */
    @ParameterizedTest
    @CsvSource({"89490, true", "894, true", "2100, false", "31000, false"})
    void aDigitTooManyStandsOutHoweverMuchAMetricScatters(int steps, boolean asked) {
        List<DayMean> weeks = Series.daily(
                8900, 4100, 12500, 9300, 1900, 7600, 15800, 9100, 6200, 27000, 8700, 10400, 5300, 9800, 11200);

        assertThat(unusual("steps", weeks, new BigDecimal(steps), Unit.STEP).isPresent())
                .isEqualTo(asked);
    }

    @ParameterizedTest
    @CsvSource({"79, true", "98, false", "138, false", "1160, true", "170, true"})
    void aBloodPressureFarFromOnesOwnIsAskedAbout(int systolic, boolean asked) {
        List<DayMean> week = Series.daily(116, 121, 112, 118, 115, 109, 117);

        assertThat(unusual("systolic", week, new BigDecimal(systolic), Unit.MILLIMETRE_OF_MERCURY)
                        .isPresent())
                .isEqualTo(asked);
    }

    @Test
    void valuesOfZeroSayNothing() {
        assertThat(UsualRange.of(Series.daily(0, 0, -3), Series.START, UsualRange.OWN))
                .isEmpty();
    }

    /** A year of mornings of somebody who loses half a kilogram a week and weighs in with scatter, asked about none. */
    @Test
    void aYearOfOrdinaryMorningsRaisesNoQuestion() {
        var chance = new Random(11);
        double[] weights = new double[365];
        for (int day = 0; day < weights.length; day++) {
            weights[day] = 95 - 0.5 * day / 7 + 0.7 * chance.nextGaussian();
        }
        List<DayMean> days = Series.daily(weights);

        for (int day = 1; day < days.size(); day++) {
            List<DayMean> before = days.subList(Math.max(0, day - NearbyRepository.NEAREST_DAYS), day);
            UsualRange usual = UsualRange.of(before, days.get(day).date(), UsualRange.factorOf(BuiltInMetric.WEIGHT))
                    .orElseThrow();
            assertThat(usual.contains(days.get(day).value())).as("day %d", day).isTrue();
        }
    }

    @Property
    void theRangeHoldsWhatIsTypical(@ForAll("series") List<DayMean> days) {
        UsualRange usual = UsualRange.of(days, Series.START, UsualRange.factorOf(BuiltInMetric.WEIGHT))
                .orElseThrow();

        assertThat(usual.contains(Objects.requireNonNull(usual.typical()))).isTrue();
    }

    @Test
    void valuesOfAllMagnitudesMakeNoRangeBeyondWhatCanBeStored() {
        UsualRange usual = UsualRange.of(
                        Series.daily(0.000001, 1, 1000, 0.001, 99_999_999, 5), Series.START, UsualRange.OWN)
                .orElseThrow();

        assertThat(usual.low()).isNotNegative();
        assertThat(usual.high()).isLessThanOrEqualTo(new BigDecimal("99999999"));
    }

    @Provide
    Arbitrary<List<DayMean>> series() {
        return Series.any();
    }

    private static Optional<Unusual> unusual(List<DayMean> nearest, String value, String unit) {
        BigDecimal entered = new BigDecimal(value);
        BigDecimal canonical = Unit.ofSymbol(unit).orElseThrow().toCanonical(entered);
        Quantity quantity = new Quantity(canonical, entered, unit);
        return Review.unusual("weight", quantity, nearest, Series.START.plusDays(7));
    }

    private static Optional<Unusual> unusual(String metric, List<DayMean> nearest, BigDecimal value, Unit unit) {
        LocalDate day = nearest.getLast().date().plusDays(1);
        return Review.unusual(metric, new Quantity(unit.toCanonical(value), value, unit.symbol()), nearest, day);
    }
}

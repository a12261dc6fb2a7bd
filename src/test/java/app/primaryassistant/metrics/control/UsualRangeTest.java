package app.primaryassistant.metrics.control;

import static org.assertj.core.api.Assertions.assertThat;

import app.primaryassistant.metrics.control.Review.Meant;
import app.primaryassistant.metrics.control.Review.Unusual;
import app.primaryassistant.metrics.entity.BuiltInMetric;
import app.primaryassistant.metrics.entity.Quantity;
import app.primaryassistant.platform.unit.Unit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
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
        assertThat(unusual(WEEK, value, unit)).hasValueSatisfying(asked -> assertThat(asked.meant())
                .isEqualTo(Optional.ofNullable(meant).map(number -> new Meant(new BigDecimal(number), meantUnit))));
    }

    @ParameterizedTest
    @CsvSource({"69.6, kg", "67, kg", "72.5, kg", "153.4, lb", "70, kg"})
    void whatABodyDoesIsNotAskedAbout(String value, String unit) {
        assertThat(unusual(WEEK, value, unit)).isEmpty();
    }

    @Test
    void oneEarlierValueIsEnoughToKnowTheOrderOfMagnitude() {
        List<DayMean> once = Series.daily(69.6);

        assertThat(unusual(once, "6.94", "kg")).isPresent();
        assertThat(unusual(once, "70.8", "kg")).isEmpty();
        assertThat(unusual(List.of(), "6.94", "kg")).isEmpty();
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
    @EnumSource(names = {"MOOD", "ENERGY", "STRESS", "SLEEP_QUALITY", "STEPS"})
    void whatMayJumpIsNeverAskedAbout(BuiltInMetric metric) {
        assertThat(UsualRange.of(Series.daily(1, 1, 1), Series.START, UsualRange.factorOf(metric))).isEmpty();
    }

    @Test
    void valuesOfZeroSayNothing() {
        assertThat(UsualRange.of(Series.daily(0, 0, -3), Series.START, UsualRange.OWN)).isEmpty();
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
        UsualRange usual = UsualRange.of(days, Series.START, UsualRange.factorOf(BuiltInMetric.WEIGHT)).orElseThrow();

        assertThat(usual.contains(usual.typical())).isTrue();
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
}

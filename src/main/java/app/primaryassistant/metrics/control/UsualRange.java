package app.primaryassistant.metrics.control;

import app.primaryassistant.metrics.entity.BuiltInMetric;
import app.primaryassistant.metrics.entity.MetricGroup;
import app.primaryassistant.platform.unit.Unit;
import app.primaryassistant.platform.figure.Decimals;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Where a person's next value of a metric is expected, judging by their own: a value outside is worth one question,
 * since it is more often a slip than news. It is never a reason to refuse.
 *
 * <p>The range reaches as far from the median of the values nearest in time, up or down by the same factor, as the
 * larger of two allowances. One is {@value #DEVIATIONS} robust standard deviations of their logarithms, the median
 * absolute deviation × 1.4826, which a wrong value among them does not widen; it takes {@value #LEAST_VALUES} values.
 * The other is what the metric may change within four weeks in anybody ({@link #factorOf}), and more for every four
 * weeks to the nearest value.
 *
 * @param low in the canonical unit, as are the others
 * @param typical the median
 * @see <a href="https://doi.org/10.1016/j.jesp.2013.03.013">C. Leys et al., Detecting outliers: Do not use standard
 *     deviation around the mean, use absolute deviation around the median (2013)</a>
 * @see <a href="https://doi.org/10.1080/01621459.1993.10476408">P. J. Rousseeuw, C. Croux, Alternatives to the Median
 *     Absolute Deviation (1993)</a>, for 1.4826
 */
public record UsualRange(BigDecimal low, BigDecimal typical, BigDecimal high) {

    /** More than the authors' 3: a needless question costs each day, an overlooked slip is seen in the plot. */
    static final double DEVIATIONS = 5;

    static final int LEAST_VALUES = 5;

    private static final double NORMAL_CONSISTENCY = 1.4826;

    /** Nothing larger can be stored. */
    private static final double LARGEST = 99_999_999;

    private static final double WEEKS_OF_ALLOWANCE = 4;

    /** An own metric may count cups of tea, so only a slip of the decimal point stands out. */
    static final double OWN = 8;

    /**
     * By what factor a metric may change within four weeks and surprise nobody; infinite where any value may follow any.
     * These are judgements, wide of what illness, a diet or a bad night commonly do, and narrow of a slip: kilograms
     * typed for pounds are 2.2 times too much, a lost decimal point 10 times.
     */
    static double factorOf(BuiltInMetric metric) {
        if (metric.group() == MetricGroup.GIRTH) {
            return 1.15;
        }
        return switch (metric) {
            case WEIGHT -> 1.06;
            case MUSCLE_MASS, BODY_TEMPERATURE -> 1.12;
            case VO2_MAX -> 1.3;
            case BODY_FAT -> 1.4;
            case SYSTOLIC, DIASTOLIC -> 1.6;
            case RESTING_HEART_RATE -> 1.8;
            case HEART_RATE_VARIABILITY, BLOOD_GLUCOSE -> 5;
            case SLEEP_DURATION -> 7;
            default -> Double.POSITIVE_INFINITY;
        };
    }

    /**
     * The range for a day.
     *
     * @param nearest the day means nearest to the day, in any order; without a positive one there is no range
     * @param factor what the metric may change by within four weeks
     */
    static Optional<UsualRange> of(List<DayMean> nearest, LocalDate day, double factor) {
        List<DayMean> positive = nearest.stream().filter(mean -> mean.value().signum() > 0).toList();
        if (positive.isEmpty() || Double.isInfinite(factor)) {
            return Optional.empty();
        }
        double[] logarithms =
                positive.stream().mapToDouble(mean -> Math.log(mean.value().doubleValue())).toArray();
        double centre = median(logarithms);
        double spread = logarithms.length < LEAST_VALUES
                ? 0
                : NORMAL_CONSISTENCY
                        * median(Arrays.stream(logarithms).map(value -> Math.abs(value - centre)).toArray());
        long away = positive.stream()
                .mapToLong(mean -> Math.abs(ChronoUnit.DAYS.between(mean.date(), day)))
                .min()
                .orElseThrow();
        double allowance = Math.max(DEVIATIONS * spread, Math.log(factor) * (1 + away / (7 * WEEKS_OF_ALLOWANCE)));
        return Optional.of(new UsualRange(
                canonical(centre - allowance), canonical(centre), canonical(centre + allowance)));
    }

    boolean contains(BigDecimal canonical) {
        return canonical.compareTo(low) >= 0 && canonical.compareTo(high) <= 0;
    }

    private static double median(double[] numbers) {
        double[] sorted = numbers.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static BigDecimal canonical(double logarithm) {
        return Decimals.round(Math.min(Math.exp(logarithm), LARGEST), Unit.CANONICAL_DECIMALS);
    }
}

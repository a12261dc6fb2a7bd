package app.primaryassistant.metrics.control;

import app.primaryassistant.metrics.entity.BuiltInMetric;
import app.primaryassistant.metrics.entity.MetricGroup;
import app.primaryassistant.platform.figure.Decimals;
import app.primaryassistant.platform.unit.Unit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a person's next value of a metric is expected, judging by their own or, while there are fewer than
 * {@value #LEAST_VALUES} days of them, by what is common in adults: a value outside is worth one question, since it is more
 * often a slip than news. It is never a reason to refuse.
 *
 * <p>The range reaches as far from the median of the values nearest in time, up or down by the same factor, as the
 * larger of two allowances. One is {@value #DEVIATIONS} robust standard deviations of their logarithms, the median
 * absolute deviation × 1.4826, which a wrong value among them does not widen.
 * The other is what the metric may change within four weeks in anybody ({@link #factorOf}), and more for every four
 * weeks to the nearest value. Neither reaches beyond {@value #SLIP} times the median, so that a digit too many or too few
 * stands out however much the values scatter; only those that scatter so much that {@value #FEWER_DEVIATIONS} deviations
 * reach further have these.
 *
 * @param low in the canonical unit, as are the others
 * @param typical the median; null where nothing of the person's own is known
 * @see <a href="https://doi.org/10.1016/j.jesp.2013.03.013">C. Leys et al., Detecting outliers: Do not use standard
 *     deviation around the mean, use absolute deviation around the median (2013)</a>
 * @see <a href="https://doi.org/10.1080/01621459.1993.10476408">P. J. Rousseeuw, C. Croux, Alternatives to the Median
 *     Absolute Deviation (1993)</a>, for 1.4826
 */
public record UsualRange(BigDecimal low, @Nullable BigDecimal typical, BigDecimal high) {

    /** More than the authors' 3: a needless question costs each day, an overlooked slip is seen in the plot. */
    static final double DEVIATIONS = 5;

    /** The authors' own, where {@value #DEVIATIONS} would let a slip of the decimal point through. */
    static final double FEWER_DEVIATIONS = 3;

    static final int LEAST_VALUES = 5;

    private static final double NORMAL_CONSISTENCY = 1.4826;

    /** Nothing larger can be stored. */
    private static final double LARGEST = 99_999_999;

    private static final double WEEKS_OF_ALLOWANCE = 4;

    /** Less than the ten times of a slip of the decimal point, since what is typed may lie below the median itself. */
    static final double SLIP = 8;

    /** An own metric may count cups of tea, so only a slip stands out. */
    static final double OWN = SLIP;

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
            case SYSTOLIC -> 1.35;
            case DIASTOLIC -> 1.45;
            case RESTING_HEART_RATE -> 1.8;
            case HEART_RATE_VARIABILITY, BLOOD_GLUCOSE -> 5;
            case SLEEP_DURATION -> 7;
            case STEPS -> SLIP;
            default -> Double.POSITIVE_INFINITY;
        };
    }

    /**
     * Where the value of an adult of whom nothing is known is expected: wide of nearly everybody, and narrow of a digit too
     * many or too few. These are judgements too. Any rating is ordinary, and so is anything of a metric of one's own.
     */
    static Optional<UsualRange> ofAdults(BuiltInMetric metric) {
        return switch (metric) {
            case WEIGHT -> between("30", "250");
            case BODY_FAT -> between("4", "60");
            case MUSCLE_MASS -> between("10", "120");
            case WAIST, CHEST, HIPS -> between("0.45", "2");
            case NECK -> between("0.2", "0.7");
            case UPPER_ARM_LEFT, UPPER_ARM_RIGHT -> between("0.13", "0.7");
            case THIGH_LEFT, THIGH_RIGHT -> between("0.25", "1.1");
            case CALF_LEFT, CALF_RIGHT -> between("0.18", "0.75");
            case RESTING_HEART_RATE -> between("35", "130");
            case SYSTOLIC -> between("75", "220");
            case DIASTOLIC -> between("40", "140");
            case HEART_RATE_VARIABILITY -> between("5", "250");
            case BODY_TEMPERATURE -> between("34", "41.5");
            case BLOOD_GLUCOSE -> between("2", "30");
            case VO2_MAX -> between("10", "85");
            case SLEEP_DURATION -> between("1", "16");
            case STEPS -> between("0", "60000");
            case SLEEP_QUALITY, ENERGY, MOOD, STRESS -> Optional.empty();
        };
    }

    private static Optional<UsualRange> between(String low, String high) {
        return Optional.of(new UsualRange(new BigDecimal(low), null, new BigDecimal(high)));
    }

    /**
     * The range for a day.
     *
     * @param nearest the day means nearest to the day, in any order; without a positive one there is no range
     * @param factor what the metric may change by within four weeks
     */
    static Optional<UsualRange> of(List<DayMean> nearest, LocalDate day, double factor) {
        List<DayMean> positive =
                nearest.stream().filter(mean -> mean.value().signum() > 0).toList();
        if (positive.isEmpty() || Double.isInfinite(factor)) {
            return Optional.empty();
        }
        double[] logarithms = positive.stream()
                .mapToDouble(mean -> Math.log(mean.value().doubleValue()))
                .toArray();
        double centre = median(logarithms);
        double spread = logarithms.length < LEAST_VALUES
                ? 0
                : NORMAL_CONSISTENCY
                        * median(Arrays.stream(logarithms)
                                .map(value -> Math.abs(value - centre))
                                .toArray());
        long away = positive.stream()
                .mapToLong(mean -> Math.abs(ChronoUnit.DAYS.between(mean.date(), day)))
                .min()
                .orElseThrow();
        double allowance = Math.min(
                Math.max(DEVIATIONS * spread, Math.log(factor) * (1 + away / (7 * WEEKS_OF_ALLOWANCE))),
                Math.max(FEWER_DEVIATIONS * spread, Math.log(SLIP)));
        return Optional.of(
                new UsualRange(canonical(centre - allowance), canonical(centre), canonical(centre + allowance)));
    }

    /** The range that a value of a metric on a day is outside of, by the day means nearest to it; empty if it is ordinary. */
    static Optional<UsualRange> missedBy(BigDecimal canonical, String metric, List<DayMean> nearest, LocalDate day) {
        Optional<BuiltInMetric> known = BuiltInMetric.ofKey(metric);
        Optional<UsualRange> own = of(
                        nearest, day, known.map(UsualRange::factorOf).orElse(OWN))
                .filter(usual -> !usual.contains(canonical));
        if (nearest.size() >= LEAST_VALUES) {
            return own;
        }
        // A few values may be wrong themselves: they can excuse the next one, but not question it.
        return known.filter(builtIn -> nearest.isEmpty() || own.isPresent())
                .flatMap(UsualRange::ofAdults)
                .filter(common -> !common.contains(canonical));
    }

    /** The median in a unit; an own metric has one unit, whatever it is called, and is kept as it is entered. */
    public Optional<BigDecimal> typicalIn(String unit) {
        return Optional.ofNullable(typical)
                .map(median -> Unit.ofSymbol(unit)
                        .map(known -> known.fromCanonical(median))
                        .orElse(median));
    }

    public boolean contains(BigDecimal canonical) {
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

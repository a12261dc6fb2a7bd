package app.primaryassistant.metrics.control;

import app.primaryassistant.metrics.entity.Unit;
import app.primaryassistant.platform.figure.Decimals;
import app.primaryassistant.platform.figure.Explanation;
import app.primaryassistant.platform.figure.Input;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The trend line: an exponentially weighted moving average of the day means, in which a value counts half as much for
 * every {@value #HALF_LIFE_DAYS} days of its age.
 *
 * <p>On day <i>t</i> the value of day <i>tᵢ</i> weighs <i>wᵢ = exp(−(t − tᵢ)/τ)</i> with <i>τ = 7/ln 2</i>, about 10.1
 * days, and the trend is <i>m = Σwᵢxᵢ/Σwᵢ</i>. Because a weight depends on time and not on how many values came in
 * between, gaps need no filling; because the weights are normalised, the first values are not favoured.
 *
 * <p>The band is <i>m ± t·s/√n</i>, where <i>n = (Σw)²/Σw²</i> is the effective number of values, <i>s² = Σw(x − m)² /
 * (Σw − Σw²/Σw)</i> the unbiased weighted variance, and <i>t</i> the 97.5 % quantile of Student's distribution with
 * <i>n − 1</i> degrees of freedom. There is none while <i>n</i> is below {@value #LEAST_EFFECTIVE}, which takes at
 * least three days.
 *
 * <p>All of it is kept up by recursion from one value to the next.
 *
 * @see <a href="https://www.fourmilab.ch/hackdiet/">J. Walker, The Hacker's Diet (1991)</a>, for the trend of daily
 *     weights with a smoothing of 10 % a day; a half-life of a week is 9.4 %
 * @see <a href="https://eckner.com/research.html">A. Eckner, Algorithms for Unevenly Spaced Time Series: Moving
 *     Averages and Other Rolling Operators (2012)</a>, for the weights by time
 * @see <a href="https://doi.org/10.1145/359146.359153">D. H. D. West, Updating Mean and Variance Estimates: An Improved
 *     Method (1979)</a>, for the recursion
 */
public final class Smoothing {

    static final int HALF_LIFE_DAYS = 7;
    static final double LEAST_EFFECTIVE = 2;

    private static final double TAU = HALF_LIFE_DAYS / Math.log(2);

    private static final Explanation EXPLANATION = new Explanation(
            "trend = Σwx ÷ Σw with w = exp(−age ÷ τ); band = trend ± t·s ÷ √n with n = (Σw)² ÷ Σw²",
            "A. Eckner, Algorithms for Unevenly Spaced Time Series (2012); J. Walker, The Hacker's Diet (1991)",
            "The line follows a steady change with a delay of up to τ. The band is the 95 % confidence interval of the"
                    + " weighted mean, with deviations taken as independent from day to day; it does not cover that"
                    + " delay, and it says where the mean lies, not where the next value will. It appears from two"
                    + " effective values on.");

    private double mean;
    private double weights;
    private double squaredWeights;
    private double squaredDeviations;
    private @Nullable LocalDate latest;

    private Smoothing() {}

    /**
     * The trend at each of the days.
     *
     * @param days oldest first, each day once
     * @throws IllegalArgumentException if they are in another order
     */
    public static List<TrendPoint> trend(List<DayMean> days) {
        Smoothing smoothing = new Smoothing();
        List<TrendPoint> trend = new ArrayList<>(days.size());
        for (DayMean day : days) {
            smoothing.add(day);
            trend.add(smoothing.point(day.date()));
        }
        return trend;
    }

    public static Explanation explanation(List<DayMean> days) {
        return EXPLANATION.with(List.of(
                Input.number("Half-life of a weight", BigDecimal.valueOf(HALF_LIFE_DAYS), "days"),
                Input.number("Smoothing time τ", Decimals.round(TAU, 2), "days"),
                Input.number("Days with a value", BigDecimal.valueOf(days.size()), "days")));
    }

    private void add(DayMean day) {
        if (latest != null) {
            long age = ChronoUnit.DAYS.between(latest, day.date());
            if (age <= 0) {
                throw new IllegalArgumentException("Days must be given oldest first, each once");
            }
            double decay = Math.exp(-age / TAU);
            weights *= decay;
            squaredWeights *= decay * decay;
            squaredDeviations *= decay;
        }
        latest = day.date();
        weights += 1;
        squaredWeights += 1;
        double deviation = day.value().doubleValue() - mean;
        mean += deviation / weights;
        squaredDeviations += deviation * (day.value().doubleValue() - mean);
    }

    private TrendPoint point(LocalDate date) {
        double effective = weights * weights / squaredWeights;
        BigDecimal value = canonical(mean);
        if (effective < LEAST_EFFECTIVE) {
            return new TrendPoint(date, value, null, null);
        }
        double variance = squaredDeviations / (weights - squaredWeights / weights);
        double margin = StudentT.margin(effective - 1) * Math.sqrt(variance / effective);
        return new TrendPoint(date, value, canonical(mean - margin), canonical(mean + margin));
    }

    private static BigDecimal canonical(double number) {
        return Decimals.round(number, Unit.CANONICAL_DECIMALS);
    }
}

package app.primaryassistant.metrics.control;

import app.primaryassistant.platform.figure.Decimals;
import app.primaryassistant.platform.figure.Explanation;
import app.primaryassistant.platform.figure.Input;
import app.primaryassistant.platform.unit.Unit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The trend line: at each day the value of a straight line fitted to the day means around it, in which a value counts
 * half as much for every {@value #HALF_LIFE_DAYS} days it lies away and not at all beyond {@value #REACH_DAYS}.
 *
 * <p>On day <i>t</i> the value of day <i>tᵢ</i> weighs <i>wᵢ = exp(−|tᵢ − t|/τ)</i> with <i>τ = 7/ln 2</i>, about 10.1
 * days. A moving average would follow a steady change late; a line does not, neither in the middle nor at the ends. Days
 * without a value need no filling. The trend is a weighted sum <i>m = Σlᵢxᵢ</i> of the values, and so is the difference
 * of two of its points, which is what {@link TrendChange} states: the line, its band and the change are one computation.
 *
 * <p>The band is <i>m ± t·s·√Σlᵢ²</i> with <i>s² = k·Σe²/δ</i> over the residuals <i>e</i> of all days, of
 * <i>δ = n − 2·tr L + tr LᵀL</i> degrees of freedom. Residuals of neighbouring days resemble each other (a salty meal
 * stays for days), so they say less than independent ones would: where <i>r</i> is their autocorrelation from one
 * recorded day to the next, <i>k = (1 + r)/(1 − r)</i>, and <i>t</i> is Student's for <i>ν = δ/k</i>. A negative <i>r</i>
 * is taken as 0, since chance alone often makes it negative in short series. Where <i>δ</i> is above {@value #LEAST_T},
 * <i>ν</i> is not taken below it: the tiny residuals of values without scatter resemble each other almost wholly, and
 * with Student's quantile for one degree of freedom they would say nothing. There is no band while <i>δ</i> is below
 * {@value #LEAST_FREEDOM}: through three days, or through values far apart, the line passes so closely that nothing is
 * left to tell their scatter by.
 *
 * @see <a href="https://doi.org/10.1080/01621459.1988.10478639">W. S. Cleveland, S. J. Devlin, Locally Weighted
 *     Regression (1988)</a>, for the line and the degrees of freedom
 * @see <a href="https://doi.org/10.1029/1999JD901105">B. D. Santer et al., Statistical significance of trends and trend
 *     differences in layer-average atmospheric temperature time series (2000)</a>, for the allowance for autocorrelation
 */
public final class LocalTrend {

    /** How far away a value still counts. Whoever shows a span of days has to know so many days before it. */
    public static final int REACH_DAYS = 70;

    static final int HALF_LIFE_DAYS = 7;
    static final double LEAST_FREEDOM = 1;
    static final double LEAST_T = 4;

    private static final double TAU = HALF_LIFE_DAYS / Math.log(2);

    /** Canonical values have six decimals: residuals smaller than these are the arithmetic's, and mean nothing. */
    private static final double NEGLIGIBLE_RESIDUAL = 1e-8;

    private static final Explanation EXPLANATION = new Explanation(
            "trend = value on that day of the line fitted by least squares with weights exp(−|days away| ÷ τ);"
                    + " band = trend ± t·s·√Σl² with s² = k·Σe² ÷ δ and k = (1 + r) ÷ (1 − r)",
            "W. S. Cleveland, S. J. Devlin, Journal of the American Statistical Association 83 (1988); the correction for"
                    + " autocorrelation after B. D. Santer et al., Journal of Geophysical Research 105 (2000)",
            "The band is the 95 % confidence interval of the trend: it says where the trend lies, not where the next value"
                    + " will. Values are assumed to scatter equally on all days. The last days are the least certain, and"
                    + " later values can still move them. In short series the interval is approximate.");

    /** What a value counts, by how many days it lies away. */
    private static final double[] NEARNESS = IntStream.rangeClosed(0, REACH_DAYS)
            .mapToDouble(away -> Math.exp(-away / TAU))
            .toArray();

    private final List<DayMean> days;
    private final long[] serials;
    private final double[] values;
    private final double[] levels;
    private final double[] squaredWeights;
    private final double autocorrelation;
    private final double freedom;
    private final double deviation;

    /** @param days day means, oldest first, each day once */
    public LocalTrend(List<DayMean> days) {
        this.days = List.copyOf(days);
        int n = days.size();
        serials = days.stream().mapToLong(day -> day.date().toEpochDay()).toArray();
        values = days.stream().mapToDouble(day -> day.value().doubleValue()).toArray();
        levels = new double[n];
        squaredWeights = new double[n];
        double[] residuals = new double[n];
        double ownWeights = 0;
        for (int i = 0; i < n; i++) {
            if (i > 0 && serials[i] <= serials[i - 1]) {
                throw new IllegalArgumentException("Days must be given oldest first, each once");
            }
        }
        for (int i = 0; i < n; i++) {
            Weights row = row(i);
            levels[i] = row.applied(values);
            squaredWeights[i] = sumOfProducts(row.each(), 0);
            residuals[i] = values[i] - levels[i];
            ownWeights += row.of(i);
        }
        double squares = sumOfProducts(residuals, 0);
        double independent = n - 2 * ownWeights + Arrays.stream(squaredWeights).sum();
        autocorrelation = squares <= n * NEGLIGIBLE_RESIDUAL * NEGLIGIBLE_RESIDUAL
                ? 0
                : Math.max(0, sumOfProducts(residuals, 1) / squares);
        double inflation = (1 + autocorrelation) / (1 - autocorrelation);
        freedom = independent < LEAST_FREEDOM
                ? Double.NaN
                : Math.max(Math.min(independent, LEAST_T), independent / inflation);
        deviation = Math.sqrt(inflation * squares / independent);
    }

    /** A number and how far the 95 % interval reaches to either side of it; NaN where there is none. */
    record Estimate(double value, double margin) {}

    /** The trend at each of the days. */
    public List<TrendPoint> points() {
        List<TrendPoint> points = new ArrayList<>(days.size());
        for (int i = 0; i < days.size(); i++) {
            Estimate level = level(i);
            points.add(new TrendPoint(
                    days.get(i).date(),
                    canonical(level.value()),
                    hasBand() ? canonical(level.value() - level.margin()) : null,
                    hasBand() ? canonical(level.value() + level.margin()) : null));
        }
        return points;
    }

    public Explanation explanation() {
        List<Input> inputs = new ArrayList<>();
        inputs.add(Input.number("Half-life of a weight", BigDecimal.valueOf(HALF_LIFE_DAYS), "days"));
        inputs.add(Input.number("Smoothing time τ", Decimals.round(TAU, 2), "days"));
        inputs.addAll(scatter());
        return EXPLANATION.with(inputs);
    }

    /** What the intervals rest on. */
    List<Input> scatter() {
        List<Input> inputs = new ArrayList<>();
        inputs.add(Input.number("Days with a value n", BigDecimal.valueOf(days.size()), "days"));
        if (hasBand()) {
            inputs.add(Input.number("Residual autocorrelation r", Decimals.round(autocorrelation, 2), ""));
            inputs.add(Input.number("Degrees of freedom ν", Decimals.round(freedom, 1), ""));
        }
        return inputs;
    }

    List<DayMean> days() {
        return days;
    }

    /** Whether there are days enough to tell how much the values scatter. */
    boolean hasBand() {
        return !Double.isNaN(freedom);
    }

    Estimate level(int day) {
        return new Estimate(levels[day], margin(squaredWeights[day]));
    }

    /** The trend of one day less that of an earlier one. Days near each other share values, so their intervals do not add up. */
    Estimate difference(int earlier, int later) {
        Weights before = row(earlier);
        Weights after = row(later);
        double squared = 0;
        for (int i = before.from(); i < after.to(); i++) {
            double weight = after.of(i) - before.of(i);
            squared += weight * weight;
        }
        return new Estimate(levels[later] - levels[earlier], margin(squared));
    }

    private double margin(double squared) {
        return hasBand() ? StudentT.margin(freedom) * deviation * Math.sqrt(squared) : Double.NaN;
    }

    /** What the values count for the trend of one day; none counts before the first of them, nor after the last. */
    @SuppressWarnings("ArrayRecordComponent") // Nothing compares them, and a list would box each.
    private record Weights(int from, double[] each) {

        int to() {
            return from + each.length;
        }

        double of(int day) {
            return day < from || day >= to() ? 0 : each[day - from];
        }

        double applied(double[] values) {
            double sum = 0;
            for (int i = 0; i < each.length; i++) {
                sum += each[i] * values[from + i];
            }
            return sum;
        }
    }

    private Weights row(int day) {
        int from = day;
        while (from > 0 && serials[day] - serials[from - 1] <= REACH_DAYS) {
            from--;
        }
        int to = day + 1;
        while (to < serials.length && serials[to] - serials[day] <= REACH_DAYS) {
            to++;
        }
        double[] weights = new double[to - from];
        double sum = 0;
        double first = 0;
        double second = 0;
        for (int i = 0; i < weights.length; i++) {
            long away = serials[from + i] - serials[day];
            weights[i] = NEARNESS[Math.toIntExact(Math.abs(away))];
            sum += weights[i];
            first += weights[i] * away;
            second += weights[i] * away * away;
        }
        if (weights.length > 1) { // A value that stands alone counts wholly.
            double determinant = sum * second - first * first;
            for (int i = 0; i < weights.length; i++) {
                weights[i] *= (second - (serials[from + i] - serials[day]) * first) / determinant;
            }
        }
        return new Weights(from, weights);
    }

    /** Of each number with the one so many places after it. */
    private static double sumOfProducts(double[] numbers, int apart) {
        double sum = 0;
        for (int i = apart; i < numbers.length; i++) {
            sum += numbers[i - apart] * numbers[i];
        }
        return sum;
    }

    private static BigDecimal canonical(double number) {
        return Decimals.round(number, Unit.CANONICAL_DECIMALS);
    }
}

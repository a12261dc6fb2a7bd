package app.primaryassistant.metrics.control;

import app.primaryassistant.metrics.entity.Unit;
import app.primaryassistant.platform.figure.Decimals;
import app.primaryassistant.platform.figure.Explanation;
import app.primaryassistant.platform.figure.Figure;
import app.primaryassistant.platform.figure.Input;
import app.primaryassistant.platform.time.CivilDay;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.hipparchus.stat.regression.SimpleRegression;

/**
 * How fast a metric changes: the slope of the ordinary least squares line through the day means of the last
 * {@value #WINDOW_DAYS} days, per week, with its 95 % confidence interval.
 *
 * <p>Residuals of neighbouring days resemble each other (a salty meal stays for days), so that <i>n</i> days say less
 * than <i>n</i> independent values would, and the textbook interval is too narrow. The interval is therefore computed
 * from the effective number <i>nₑ = n(1 − r)/(1 + r)</i>, where <i>r</i> is the residuals' autocorrelation from one
 * recorded day to the next: the residual variance is <i>Σe²/(nₑ − 2)</i>, and Student's distribution has <i>nₑ − 2</i>
 * degrees of freedom. A negative <i>r</i> is taken as 0, since chance alone often makes it negative in short series, and
 * <i>nₑ</i> is taken as at least 3, where the interval is already so wide that it claims no direction.
 *
 * @see <a href="https://doi.org/10.1029/1999JD901105">B. D. Santer et al., Statistical significance of trends and trend
 *     differences in layer-average atmospheric temperature time series (2000)</a>
 */
public final class RateOfChange {

    static final int WINDOW_DAYS = 28;
    static final int LEAST_DAYS = 4;
    static final int LEAST_SPAN_DAYS = 7;

    private static final String KEY = "rate";
    private static final String NAME = "Rate of change";
    private static final double LEAST_EFFECTIVE = 3;

    /** Canonical values have six decimals: residuals smaller than these are the arithmetic's, and mean nothing. */
    private static final double NEGLIGIBLE_RESIDUAL = 1e-8;

    private static final Explanation EXPLANATION = new Explanation(
            "slope of the least squares line through the day means × 7; interval = slope ± t·√(Σe² ÷ (nₑ − 2) ÷ Σ(x − x̄)²)"
                    + " with nₑ = n(1 − r) ÷ (1 + r)",
            "Ordinary least squares; the effective number of days by B. D. Santer et al., Journal of Geophysical"
                    + " Research 105 (2000)",
            "Describes the last " + WINDOW_DAYS + " days as one straight line, and predicts nothing. Needs "
                    + LEAST_DAYS + " days with a value, the first and the last at least " + LEAST_SPAN_DAYS
                    + " days apart. The interval allows for each day resembling the recorded day before it (r), which"
                    + " short series show less than they have; it is approximate where days are left out.");

    private RateOfChange() {}

    /**
     * The rate in the window that ends on a day, or why there is none.
     *
     * @param days day means, oldest first, each day once; those outside the window are left out
     * @param last the last day of the window
     * @param unit the symbol of the canonical unit
     */
    public static Figure perWeek(List<DayMean> days, LocalDate last, String unit) {
        LocalDate first = CivilDay.startOfWindow(last, WINDOW_DAYS);
        List<DayMean> window = days.stream()
                .filter(day -> !day.date().isBefore(first) && !day.date().isAfter(last))
                .toList();
        List<Input> inputs = new ArrayList<>();
        inputs.add(Input.words("Window", first + " to " + last));
        inputs.add(Input.number("Days with a value n", BigDecimal.valueOf(window.size()), "days"));
        String rateUnit = unit + "/week";
        if (window.size() < LEAST_DAYS || span(window) < LEAST_SPAN_DAYS) {
            String reason = "Needs values on at least %d days, the first and the last at least %d days apart, in the %d days to %s."
                    .formatted(LEAST_DAYS, LEAST_SPAN_DAYS, WINDOW_DAYS, CivilDay.inWords(last));
            return Figure.missing(KEY, NAME, rateUnit, reason, EXPLANATION.with(inputs));
        }

        SimpleRegression line = new SimpleRegression();
        window.forEach(day -> line.addData(x(first, day), y(day)));
        double[] residuals = window.stream()
                .mapToDouble(day -> y(day) - line.predict(x(first, day)))
                .toArray();
        double squares = sumOfSquares(residuals);
        double resemblance = resemblance(residuals, squares);
        double effective =
                Math.max(LEAST_EFFECTIVE, residuals.length * (1 - resemblance) / (1 + resemblance));
        double standardError = Math.sqrt(squares / (effective - 2) / line.getXSumSquares());
        double margin = StudentT.margin(effective - 2) * standardError;

        inputs.add(Input.number("Residual autocorrelation r", Decimals.round(resemblance, 2), ""));
        inputs.add(Input.number("Effective number of days nₑ", Decimals.round(effective, 1), "days"));
        return Figure.computed(KEY, NAME, rateUnit, weekly(line.getSlope()), EXPLANATION.with(inputs))
                .within(weekly(line.getSlope() - margin), weekly(line.getSlope() + margin));
    }

    private static long span(List<DayMean> window) {
        return ChronoUnit.DAYS.between(window.getFirst().date(), window.getLast().date());
    }

    private static double x(LocalDate first, DayMean day) {
        return ChronoUnit.DAYS.between(first, day.date());
    }

    private static double y(DayMean day) {
        return day.value().doubleValue();
    }

    private static double sumOfSquares(double[] residuals) {
        double sum = 0;
        for (double residual : residuals) {
            sum += residual * residual;
        }
        return sum;
    }

    private static double resemblance(double[] residuals, double squares) {
        if (squares <= residuals.length * NEGLIGIBLE_RESIDUAL * NEGLIGIBLE_RESIDUAL) {
            return 0;
        }
        double products = 0;
        for (int i = 1; i < residuals.length; i++) {
            products += residuals[i - 1] * residuals[i];
        }
        return Math.max(0, products / squares);
    }

    private static BigDecimal weekly(double daily) {
        return Decimals.round(7 * daily, Unit.CANONICAL_DECIMALS);
    }
}

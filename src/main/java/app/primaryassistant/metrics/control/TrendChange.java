package app.primaryassistant.metrics.control;

import app.primaryassistant.platform.figure.Decimals;
import app.primaryassistant.platform.figure.Explanation;
import app.primaryassistant.platform.figure.Figure;
import app.primaryassistant.platform.figure.Input;
import app.primaryassistant.platform.time.CivilDay;
import app.primaryassistant.platform.unit.Unit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What became of a metric in a span of days: the trend line at the last day with a value less the trend line at the
 * first, with its 95 % confidence interval, and the same for a week. The line is that of {@link LocalTrend}, so the
 * change is what a person reads off the plot. It is a direction only where the interval leaves zero out.
 *
 * @param change in the metric's canonical unit
 * @param rate the change divided by the weeks it took; where the line is not straight, that is its mean
 */
public record TrendChange(Figure change, Figure rate) {

    static final int LEAST_DAYS = 4;
    static final int LEAST_SPAN_DAYS = 7;

    private static final String TOO_FAR_APART = "The values are too far apart to tell a change from scatter.";

    private static final Explanation EXPLANATION = new Explanation(
            "change = trend on the last day − trend on the first; interval = change ± t·s·√Σ(l₂ − l₁)², where l₁ and l₂ are"
                    + " the weights of each day’s value in the two trends; change per week = change ÷ days × 7",
            "The trend is a local regression: W. S. Cleveland, S. J. Devlin, Journal of the American Statistical"
                    + " Association 83 (1988)",
            "Compares the two ends of the trend line and predicts nothing. Needs " + LEAST_DAYS
                    + " days with a value, the first and the last at least " + LEAST_SPAN_DAYS
                    + " days apart. Where the interval includes zero, day-to-day scatter alone can explain the change.");

    /**
     * The change from the first to the last day with a value in a span, or why there is none.
     *
     * @param unit the symbol of the canonical unit
     */
    public static TrendChange of(LocalTrend trend, LocalDate first, LocalDate last, String unit) {
        List<DayMean> days = trend.days();
        int[] span = IntStream.range(0, days.size())
                .filter(i -> !days.get(i).date().isBefore(first)
                        && !days.get(i).date().isAfter(last))
                .toArray();
        if (span.length < LEAST_DAYS || lengthOf(span, days) < LEAST_SPAN_DAYS) {
            return missing(tooFew(first, last), unit);
        }
        if (!trend.hasBand()) {
            return missing(TOO_FAR_APART, unit);
        }
        int from = span[0];
        int to = span[span.length - 1];
        double weeks = lengthOf(span, days) / 7.0;
        var explanation = EXPLANATION.with(inputs(trend, from, to, unit));
        var difference = trend.difference(from, to);
        return new TrendChange(
                figure("change", "Change", unit, difference, 1, explanation),
                figure("rate", "Rate of change", unit + "/week", difference, weeks, explanation));
    }

    private static String tooFew(LocalDate first, LocalDate last) {
        long length = ChronoUnit.DAYS.between(first, last) + 1;
        String within = first.equals(CivilDay.EARLIEST) || length <= LEAST_SPAN_DAYS
                ? "days"
                : "of the %d days to %s".formatted(length, CivilDay.inWords(last));
        return "Needs values on at least %d %s, the first and the last at least %d days apart."
                .formatted(LEAST_DAYS, within, LEAST_SPAN_DAYS);
    }

    private static TrendChange missing(String reason, String unit) {
        return new TrendChange(
                Figure.missing("change", "Change", unit, reason, EXPLANATION),
                Figure.missing("rate", "Rate of change", unit + "/week", reason, EXPLANATION));
    }

    private static long lengthOf(int[] span, List<DayMean> days) {
        return ChronoUnit.DAYS.between(
                days.get(span[0]).date(), days.get(span[span.length - 1]).date());
    }

    private static List<Input> inputs(LocalTrend trend, int from, int to, String unit) {
        LocalDate first = trend.days().get(from).date();
        LocalDate last = trend.days().get(to).date();
        List<Input> inputs = new ArrayList<>();
        inputs.add(Input.measured(
                "Trend on the first day", canonical(trend.level(from).value()), unit, first));
        inputs.add(Input.measured(
                "Trend on the last day", canonical(trend.level(to).value()), unit, last));
        inputs.add(Input.number("Days between", BigDecimal.valueOf(ChronoUnit.DAYS.between(first, last)), "days"));
        inputs.addAll(trend.scatter());
        return inputs;
    }

    private static Figure figure(
            String key,
            String name,
            String unit,
            LocalTrend.Estimate difference,
            double weeks,
            Explanation explanation) {
        double value = difference.value() / weeks;
        double margin = difference.margin() / weeks;
        return Figure.computed(key, name, unit, canonical(value), explanation)
                .within(canonical(value - margin), canonical(value + margin));
    }

    private static BigDecimal canonical(double number) {
        return Decimals.round(number, Unit.CANONICAL_DECIMALS);
    }
}

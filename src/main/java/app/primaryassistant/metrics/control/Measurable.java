package app.primaryassistant.metrics.control;

import app.primaryassistant.metrics.entity.BuiltInMetric;
import app.primaryassistant.metrics.entity.OwnMetric;
import app.primaryassistant.metrics.entity.Quantity;
import app.primaryassistant.platform.problem.Problem;
import app.primaryassistant.platform.unit.Unit;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * What can be measured, for the rooms that bring values of it from elsewhere.
 *
 * @param dimension what its units have in common, such as {@code mass}
 * @param units the symbols of the units it can be given in, the usual one first
 */
public record Measurable(
        String key, String label, String dimension, List<String> units, BiFunction<BigDecimal, String, Checked> rule) {

    /**
     * A value that may be recorded.
     *
     * @param value in the canonical unit of the metric
     */
    public record Checked(BigDecimal value, BigDecimal enteredValue, String enteredUnit) {}

    public static List<Measurable> builtIn() {
        return Arrays.stream(BuiltInMetric.values())
                .map(metric -> new Measurable(
                        metric.key(),
                        metric.label(),
                        metric.unit().dimension().name().toLowerCase(Locale.ROOT),
                        metric.units().stream().map(Unit::symbol).toList(),
                        (value, unit) ->
                                checked(new EnteredValue("", metric.key(), value, Optional.of(unit)).builtIn())))
                .toList();
    }

    /** A metric of an account's own. */
    public static Measurable of(OwnMetric metric) {
        return new Measurable(
                metric.key(),
                metric.name(),
                "own",
                List.of(metric.unit()),
                (value, given) -> checked(new EnteredValue("", metric.key(), value, Optional.of(given))
                        .within(metric.unit(), metric.low(), metric.high())));
    }

    /**
     * The value as it is to be recorded.
     *
     * @throws Problem if it is not measured in that unit, or the value is not plausible
     */
    public Checked check(BigDecimal value, String unit) {
        return rule.apply(value, unit);
    }

    private static Checked checked(Quantity quantity) {
        return new Checked(quantity.value(), quantity.enteredValue(), quantity.enteredUnit());
    }
}

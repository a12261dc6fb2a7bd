package app.primaryassistant.metrics.control;

import app.primaryassistant.metrics.entity.BuiltInMetric;
import app.primaryassistant.metrics.entity.OwnMetric;
import app.primaryassistant.metrics.entity.Quantity;
import app.primaryassistant.platform.problem.Problem;
import app.primaryassistant.platform.problem.Violation;
import app.primaryassistant.platform.unit.Unit;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One value as somebody entered it.
 *
 * @param field where it stands in the request, such as {@code values[2].}, for what is said about it
 * @param unit the symbol of the unit; empty means the metric's own
 */
public record EnteredValue(String field, String metric, BigDecimal value, Optional<String> unit) {

    /**
     * The quantity of a built-in metric.
     *
     * @throws Problem if there is no such metric, it is not measured in that unit, or the value is not plausible
     */
    Quantity builtIn() {
        BuiltInMetric known = BuiltInMetric.ofKey(metric).orElseThrow(() -> refuse("metric", "is not a known metric"));
        Unit entered = unit.map(symbol -> unitOf(known, symbol)).orElse(known.unit());
        BigDecimal canonical = entered.toCanonical(value);
        if (!known.isPlausible(canonical)) {
            throw refuse(
                    "value",
                    "must be from %s to %s %s"
                            .formatted(
                                    entered.fromCanonical(known.low()).toPlainString(),
                                    entered.fromCanonical(known.high()).toPlainString(),
                                    entered == Unit.OUT_OF_TEN ? "" : entered.symbol())
                            .strip());
        }
        return new Quantity(canonical, value, entered.symbol());
    }

    /** The quantity of a metric of the account's own, which may be missing. */
    Quantity own(@Nullable OwnMetric known) {
        if (known == null) {
            throw refuse("metric", "is not a known metric");
        }
        return within(known.unit(), known.low(), known.high());
    }

    /** The quantity of a metric that has this one unit and range. */
    Quantity within(String only, BigDecimal low, BigDecimal high) {
        if (!unit.map(only::equals).orElse(true)) {
            throw refuse("unit", "must be " + only);
        }
        if (value.compareTo(low) < 0 || value.compareTo(high) > 0) {
            throw refuse(
                    "value",
                    "must be from %s to %s %s"
                            .formatted(plain(low), plain(high), only)
                            .strip());
        }
        return new Quantity(value, value, only);
    }

    boolean isOwn() {
        return OwnMetric.isKey(metric);
    }

    private Unit unitOf(BuiltInMetric known, String symbol) {
        return Unit.ofSymbol(symbol)
                .filter(known.units()::contains)
                .orElseThrow(() -> refuse(
                        "unit",
                        "must be "
                                + String.join(
                                        " or ",
                                        known.units().stream().map(Unit::symbol).toList())));
    }

    private Problem refuse(String what, String message) {
        return Problem.invalid(Violation.body(field + what, message));
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}

package app.primaryassistant.platform.figure;

import java.math.BigDecimal;
import java.util.List;

/**
 * What there is to say of a figure before it is given anything to compute from.
 *
 * @param key its name in the API
 * @param decimals as many as the formula's precision allows to state
 */
public record Formula(String key, String name, String unit, int decimals, Explanation explanation) {

    /** The figure that the formula gives for some inputs. */
    public Figure computed(double value, List<Input> inputs) {
        return Figure.computed(key, name, unit, round(value), explanation.with(inputs));
    }

    /** The figure that it cannot give, with what was known. */
    public Figure missing(String reason, List<Input> inputs) {
        return Figure.missing(key, name, unit, reason, explanation.with(inputs));
    }

    /** A result, or the end of its interval, as it is told to people. */
    public BigDecimal round(double number) {
        return Decimals.round(number, decimals);
    }
}

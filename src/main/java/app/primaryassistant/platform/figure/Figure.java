package app.primaryassistant.platform.figure;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A computed number, or the reason why there is none: always one of the two.
 *
 * @param low lower end of the 95 % interval, where one is known
 * @param high its upper end, present exactly if the lower one is
 * @param missing why there is no value, in words a person can act on
 */
public record Figure(
        String key,
        String name,
        String unit,
        @Nullable BigDecimal value,
        @Nullable BigDecimal low,
        @Nullable BigDecimal high,
        @Nullable String missing,
        Explanation explanation) {

    public Figure {
        if ((value == null) == (missing == null)) {
            throw new IllegalArgumentException(key + " must have a value or say why it has none");
        }
        if ((low == null) != (high == null)) {
            throw new IllegalArgumentException(key + " has half an interval");
        }
        if (low != null && high != null && (value == null || low.compareTo(value) > 0 || value.compareTo(high) > 0)) {
            throw new IllegalArgumentException(key + " lies outside its interval");
        }
    }

    public static Figure computed(String key, String name, String unit, BigDecimal value, Explanation explanation) {
        return new Figure(key, name, unit, value, null, null, null, explanation);
    }

    public static Figure missing(String key, String name, String unit, String reason, Explanation explanation) {
        return new Figure(key, name, unit, null, null, null, reason, explanation);
    }

    /** The same figure with its 95 % interval. */
    public Figure within(BigDecimal lowest, BigDecimal highest) {
        return new Figure(key, name, unit, value, lowest, highest, missing, explanation);
    }
}

package app.primaryassistant.workouts.control;

import app.primaryassistant.workouts.entity.Measure;
import java.math.BigDecimal;
import java.util.Arrays;

/**
 * The range of what a workout or a set is measured by, for the rooms that bring workouts from elsewhere.
 *
 * @param low the least
 * @param high the most
 */
public record Plausible(Measure measure, BigDecimal low, BigDecimal high) {

    /**
     * The range of a field.
     *
     * @param field its name in the API, such as {@code rir}
     */
    public static Plausible of(String field) {
        return Arrays.stream(Measure.values())
                .filter(measure -> measure.field().equals(field))
                .map(measure -> new Plausible(measure, measure.low(), measure.high()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(field));
    }

    public boolean allows(BigDecimal value) {
        return measure.allows(value);
    }

    /** The range in words: "must be from 1 to 10 in halves". */
    public String demand() {
        return measure.demand();
    }
}

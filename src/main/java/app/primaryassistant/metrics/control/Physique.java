package app.primaryassistant.metrics.control;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the formulas ask of a person beyond measurements, as far as their profile says it.
 *
 * @param height metres
 */
public record Physique(
        @Nullable BigDecimal height,
        @Nullable Sex sexAtBirth,
        @Nullable LocalDate birthDate) {

    /** The two groups the formulas were derived from. */
    public enum Sex {
        FEMALE,
        MALE
    }
}

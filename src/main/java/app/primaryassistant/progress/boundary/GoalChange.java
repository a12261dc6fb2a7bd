package app.primaryassistant.progress.boundary;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;

/**
 * How many sessions a week somebody means to do; more than two a day are no plan.
 *
 * @param sessionsPerWeek a whole number; as an integer the JSON binding would cut off what stands behind the point
 */
public record GoalChange(
        @NotNull @Min(1) @Max(14) @Digits(integer = 2, fraction = 0)
        BigDecimal sessionsPerWeek) {

    int goal() {
        return sessionsPerWeek.intValueExact();
    }
}

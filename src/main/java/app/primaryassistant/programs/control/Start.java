package app.primaryassistant.programs.control;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a lift begins with, in the unit of the enrolment.
 *
 * @param weight the weight of the first session
 * @param trainingMax what percentages are of: about 90 % of what can be lifted once
 */
public record Start(
        @NotNull String lift,
        @Nullable @DecimalMin("0") @DecimalMax("1000") @Digits(integer = 4, fraction = 3) BigDecimal weight,
        @Nullable @DecimalMin("0") @DecimalMax("1000") @Digits(integer = 4, fraction = 3) BigDecimal trainingMax) {}

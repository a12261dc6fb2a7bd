package app.primaryassistant.programs.entity;

import app.primaryassistant.programs.entity.progression.Loading;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a lift begins with, in the unit of the enrolment: at most {@value #MOST_KG} kg, or {@value #MOST_LB} lb, as a set that
 * is logged.
 *
 * @param weight the weight of the first session
 * @param trainingMax what percentages are of: about 90 % of what can be lifted once
 */
public record Start(
        @NotNull String lift,

        @Nullable @DecimalMin("0") @DecimalMax(MOST_LB) @Digits(integer = 4, fraction = 3)
        BigDecimal weight,

        @Nullable @DecimalMin("0") @DecimalMax(MOST_LB) @Digits(integer = 4, fraction = 3)
        BigDecimal trainingMax) {

    private static final String MOST_KG = "1000";
    private static final String MOST_LB = "2204";

    /** The most that a lift can begin with, in a unit. */
    public static BigDecimal most(Loading loading) {
        return loading.in(new BigDecimal(MOST_KG), new BigDecimal(MOST_LB));
    }
}

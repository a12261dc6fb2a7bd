package app.primaryassistant.programs.entity.progression;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.math.BigDecimal;

/** By how much a weight is raised: in both units, for plates are made in round numbers of each. */
public record Amount(
        @NotNull @Positive @DecimalMax("50") @Digits(integer = 2, fraction = 3)
        BigDecimal kg,

        @NotNull @Positive @DecimalMax("100") @Digits(integer = 3, fraction = 3)
        BigDecimal lb) {}

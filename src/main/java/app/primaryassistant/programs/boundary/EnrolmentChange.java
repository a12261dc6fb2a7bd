package app.primaryassistant.programs.boundary;

import app.primaryassistant.programs.entity.Start;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;

/** What of an enrolment can be changed while it goes on. A starting weight that comes late still counts for what follows. */
public record EnrolmentChange(
        @NotNull @Size(min = 1, max = 7) List<@NotNull @Min(1) @Max(7) Integer> daysOfWeek,

        @NotNull @Positive @DecimalMax("50") @Digits(integer = 2, fraction = 3)
        BigDecimal step,

        @NotNull @Size(max = 100) List<@NotNull @Valid Start> starts) {}

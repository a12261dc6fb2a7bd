package app.primaryassistant.programs.boundary;

import app.primaryassistant.platform.time.BoundedDay;
import app.primaryassistant.platform.vocabulary.KeyOf;
import app.primaryassistant.platform.vocabulary.Keyed;
import app.primaryassistant.programs.entity.Enrolment;
import app.primaryassistant.programs.entity.Program;
import app.primaryassistant.programs.entity.Start;
import app.primaryassistant.programs.entity.progression.Loading;
import app.primaryassistant.workouts.entity.WeightUnit;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A program to be begun.
 *
 * @param id of the sender's choice, so that a repeated request begins nothing twice
 * @param daysOfWeek by ISO 8601, from 1 for Monday
 * @param unit that the plates are in
 * @param step the smallest difference that a pair of plates makes
 */
public record NewEnrolment(
        @Nullable UUID id,
        @NotNull @BoundedDay LocalDate startOn,
        @NotNull @Size(min = 1, max = 7) List<@NotNull @Min(1) @Max(7) Integer> daysOfWeek,
        @NotNull @KeyOf(WeightUnit.class) String unit,

        @NotNull @Positive @DecimalMax("50") @Digits(integer = 2, fraction = 3)
        BigDecimal step,

        @NotNull @Size(max = 100) List<@NotNull @Valid Start> starts) {

    Enrolment of(UUID own, UUID programId, Program program) {
        return new Enrolment(
                own,
                programId,
                program,
                startOn,
                new TreeSet<>(daysOfWeek),
                new Loading(Keyed.of(WeightUnit.class, unit), step),
                starts,
                Enrolment.State.ACTIVE,
                1);
    }
}

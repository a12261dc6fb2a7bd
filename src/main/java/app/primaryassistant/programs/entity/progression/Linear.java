package app.primaryassistant.programs.entity.progression;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Heavier every time that all sets reach their repetitions.
 *
 * @param reps repetitions that each set has to reach
 * @param amrap whether the last set is done for as many repetitions as possible
 * @param maxRpe the weight is raised only if no set was harder; a set without an RPE passes
 */
public record Linear(
        @Min(1) @Max(20) int sets,
        @Min(1) @Max(100) int reps,
        boolean amrap,
        @NotNull @Valid Amount increase,
        @Nullable @DecimalMin("5") @DecimalMax("10") BigDecimal maxRpe,
        @NotNull @Valid Setback setback)
        implements Rule {

    @Override
    public Prescription next(LiftHistory history, Loading loading) {
        Prescription next = straight(history, loading);
        return amrap ? next.lastAsManyAsPossible() : next;
    }

    private Prescription straight(LiftHistory history, Loading loading) {
        var goal = Prescription.Target.ofReps(reps, maxRpe);
        return following(history, loading, goal, own -> {
            Attempt last = Attempt.of(own.getFirst(), sets);
            return last.fewestReps() < reps
                    ? setback.prescription(own, sets, reps, goal, loading)
                    : last.rewarded(sets, reps, maxRpe, increase, goal, loading);
        });
    }

    @Override
    public int goalSets() {
        return sets;
    }

    @Override
    public int goalReps() {
        return reps;
    }
}

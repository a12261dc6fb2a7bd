package app.primaryassistant.programs.entity.progression;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * First more repetitions, then more weight: once all sets reach the upper end of a range the weight goes up and the
 * repetitions begin at the lower end again.
 *
 * @param low repetitions that each set has to reach; below is a failure
 * @param high repetitions that earn more weight
 * @param maxRpe the weight is raised only if no set was harder; a set without an RPE passes
 */
public record DoubleProgression(
        @Min(1) @Max(20) int sets,
        @Min(1) @Max(100) int low,
        @Min(1) @Max(100) int high,
        @NotNull @Valid Amount increase,
        @Nullable @DecimalMin("5") @DecimalMax("10") BigDecimal maxRpe,
        @NotNull @Valid Setback setback)
        implements Rule {

    @Override
    public Prescription next(LiftHistory history, Loading loading) {
        var lowest = Prescription.Target.ofReps(low, maxRpe);
        return following(history, loading, lowest, own -> after(own, lowest, loading));
    }

    private Prescription after(List<LiftSession> own, Prescription.Target lowest, Loading loading) {
        Attempt last = Attempt.of(own.getFirst(), sets);
        if (last.fewestReps() < low) {
            return setback.prescription(own, sets, low, lowest, loading);
        }
        if (last.fewestReps() >= high) {
            return last.rewarded(sets, high, maxRpe, increase, lowest, loading);
        }
        int more = last.fewestReps() + 1;
        String reason = "%d repetitions with %s, because every set reached %d; at %d the weight goes up."
                .formatted(more, loading.words(last.weight()), last.fewestReps(), high);
        return Prescription.of(
                Prescription.Change.MORE_REPS,
                reason,
                sets,
                Prescription.Target.ofReps(more, maxRpe).at(last.weight()));
    }

    @Override
    public int goalSets() {
        return sets;
    }

    @Override
    public int goalReps() {
        return low;
    }
}

package app.primaryassistant.programs.entity.progression;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/**
 * The same sets every time, with the weight of last time: for what is to be kept up rather than pushed.
 *
 * @param reps repetitions of each set
 * @param seconds or how long each set lasts; exactly one of the two
 */
public record Fixed(
        @Min(1) @Max(20) int sets,
        @Nullable @Min(1) @Max(100) Integer reps,
        @Nullable @Min(1) @Max(7200) Integer seconds)
        implements Rule {

    @Override
    public Prescription next(LiftHistory history, Loading loading) {
        return following(
                history,
                loading,
                goal(),
                own -> Prescription.of(
                        Prescription.Change.SAME,
                        "Same as last time: this exercise is for maintenance, not progression.",
                        sets,
                        goal().at(Attempt.of(own.getFirst(), sets).weight())));
    }

    private Prescription.Target goal() {
        return seconds == null ? Prescription.Target.ofReps(goalReps(), null) : Prescription.Target.ofSeconds(seconds);
    }

    @Override
    public int goalSets() {
        return sets;
    }

    @Override
    public int goalReps() {
        return reps == null ? 0 : reps;
    }
}

package app.primaryassistant.programs.entity.progression;

import static app.primaryassistant.workouts.entity.MaximumFormula.EPLEY_DIVISOR;

import app.primaryassistant.platform.figure.Decimals;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.util.OptionalDouble;

/**
 * The weight at which the sets should feel as hard as aimed at.
 *
 * <p>A set of <i>n</i> repetitions at RPE <i>r</i> is taken as one of <i>n + (10 − r)</i> to failure (repetitions in reserve:
 * M. C. Zourdos et al., TrainingHistory of Strength and Conditioning Research 30, 2016), whose one-repetition maximum is estimated
 * by Epley's formula (1985). The new weight is the one with which the aim would give the same estimate. It is valid for up to
 * 10 repetitions to failure and gets coarse above; so a session moves the weight by no more than {@code most} percent.
 *
 * @param rpe the RPE aimed at
 * @param most percent by which one session may raise or lower the weight
 */
public record ByRpe(
        @Min(1) @Max(20) int sets,
        @Min(1) @Max(12) int reps,

        @NotNull @DecimalMin("5") @DecimalMax("10") @Digits(integer = 2, fraction = 1)
        BigDecimal rpe,

        @Min(1) @Max(20) int most)
        implements Rule {

    private static final int HARDEST = 10;

    @Override
    public Prescription next(LiftHistory history, Loading loading) {
        var goal = Prescription.Target.ofReps(reps, rpe);
        return following(history, loading, goal, own -> after(Attempt.of(own.getFirst(), sets), goal, loading));
    }

    private Prescription after(Attempt last, Prescription.Target goal, Loading loading) {
        if (last.fewestReps() < reps) {
            return afterFailure(last, goal, loading);
        }
        OptionalDouble toFailure = last.sets().stream()
                .filter(set -> set.rpe() != null)
                .mapToDouble(ByRpe::repsToFailure)
                .min();
        if (toFailure.isEmpty()) {
            return prescription(
                    Prescription.Change.SAME,
                    loading.words(last.weight()) + " again, because no RPE was recorded.",
                    goal.at(last.weight()));
        }
        BigDecimal weight = loading.nearest(within(last.weight(), matching(last.weight(), toFailure.getAsDouble())));
        return adjusted(last, weight, goal, loading);
    }

    /** As if the set that stopped first had been to failure. */
    private Prescription afterFailure(Attempt last, Prescription.Target goal, Loading loading) {
        BigDecimal weight = loading.down(within(last.weight(), matching(last.weight(), last.fewestReps())));
        String reason =
                "%s, because %s.".formatted(loading.difference(last.weight(), weight), last.shortfall(sets, reps));
        return prescription(Prescription.Change.SETBACK, reason, goal.at(weight));
    }

    private Prescription adjusted(Attempt last, BigDecimal weight, Prescription.Target goal, Loading loading) {
        int change = weight.compareTo(last.weight());
        String felt = "all sets reached %s, the hardest at RPE %s"
                .formatted(
                        Attempt.repetitions(reps),
                        last.hardest().map(Decimals::plain).orElse(rpe));
        if (change == 0) {
            return prescription(
                    Prescription.Change.SAME,
                    "%s again, because %s.".formatted(loading.words(weight), felt),
                    goal.at(weight));
        }
        String reason = "%s, because %s; the target is RPE %s."
                .formatted(loading.difference(last.weight(), weight), felt, Decimals.plain(rpe));
        return prescription(
                change > 0 ? Prescription.Change.HEAVIER : Prescription.Change.LIGHTER, reason, goal.at(weight));
    }

    private Prescription prescription(Prescription.Change change, String reason, Prescription.Target goal) {
        return Prescription.of(change, reason, sets, goal);
    }

    private BigDecimal matching(BigDecimal weight, double repsToFailure) {
        return Loading.ratio(weight, EPLEY_DIVISOR + repsToFailure, EPLEY_DIVISOR + reps + HARDEST - rpe.doubleValue());
    }

    private BigDecimal within(BigDecimal before, BigDecimal wanted) {
        return wanted.min(Loading.percentOf(before, 100 + most)).max(Loading.percentOf(before, 100 - most));
    }

    private static double repsToFailure(DoneSet set) {
        BigDecimal felt = set.rpe();
        return felt == null ? set.reps() : set.reps() + HARDEST - felt.doubleValue();
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

package app.primaryassistant.programs.entity.progression;

import static app.primaryassistant.workouts.entity.MaximumFormula.EPLEY_DIVISOR;

import jakarta.json.bind.annotation.JsonbSubtype;
import jakarta.json.bind.annotation.JsonbTypeInfo;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * How the sets of the next session follow from those of the last ones.
 *
 * <p>Of every rule holds: the same history gives the same answer; no weight is negative; rounding to what can be loaded
 * moves a weight by less than a step; and after a failure nothing gets heavier. Of percentages of a training max the last
 * holds of the training max, since their weeks differ by plan.
 */
@JsonbTypeInfo(
        key = "rule",
        value = {
            @JsonbSubtype(alias = "fixed", type = Fixed.class),
            @JsonbSubtype(alias = "linear", type = Linear.class),
            @JsonbSubtype(alias = "double-progression", type = DoubleProgression.class),
            @JsonbSubtype(alias = "percentage", type = PercentOfTrainingMax.class),
            @JsonbSubtype(alias = "rpe", type = ByRpe.class)
        })
public sealed interface Rule permits Fixed, Linear, DoubleProgression, PercentOfTrainingMax, ByRpe {

    /** What comes next. */
    Prescription next(LiftHistory history, Loading loading);

    /** How many sets count. */
    int goalSets();

    /** The repetitions that each of them aims at, or at least has to reach; 0 where a set is timed. */
    int goalReps();

    /**
     * What follows from the latest sessions under this rule, or an opening where there are none.
     *
     * @param goal what a set of the opening aims at
     * @param following is given those sessions, newest first
     */
    default Prescription following(
            LiftHistory history,
            Loading loading,
            Prescription.Target goal,
            Function<List<LiftSession>, Prescription> following) {
        List<LiftSession> own = history.under(this);
        return own.isEmpty() ? opening(history, loading, goal) : following.apply(own);
    }

    /**
     * The prescription for a lift that was not yet done under this rule: from the starting weight, or from what was done
     * under the rule before.
     */
    private Prescription opening(LiftHistory history, Loading loading, Prescription.Target goal) {
        Optional<LiftSession> before = history.latest();
        if (before.isPresent()) {
            Rule old = before.get().rule();
            BigDecimal weight =
                    carriedOver(Attempt.of(before.get(), old.goalSets()).weight(), old.goalReps(), loading);
            return Prescription.of(
                    Prescription.Change.START,
                    loading.words(weight) + " to start with, carried over from your sets under the previous goal.",
                    goalSets(),
                    goal.at(weight));
        }
        return history.startingWeight()
                .map(start -> Prescription.of(
                        Prescription.Change.START,
                        "The starting weight you chose.",
                        goalSets(),
                        goal.at(loading.nearest(start))))
                .orElseGet(() -> Prescription.of(
                        Prescription.Change.START,
                        "Choose a weight that leaves two or three repetitions in reserve; the next session builds on it.",
                        goalSets(),
                        goal));
    }

    /** Lighter where more repetitions are asked for than before, by Epley's formula (1985); never heavier. */
    private BigDecimal carriedOver(BigDecimal weight, int oldReps, Loading loading) {
        if (goalReps() <= oldReps || oldReps == 0) {
            return weight;
        }
        return loading.down(Loading.ratio(weight, EPLEY_DIVISOR + oldReps, EPLEY_DIVISOR + goalReps()));
    }
}

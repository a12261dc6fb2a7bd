package app.primaryassistant.programs.entity.progression;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The sets to be done, and why they are these.
 *
 * @param reason a sentence or two
 */
public record Prescription(Change change, String reason, List<Target> targets) {

    /** In which way it differs from what was done last. */
    public enum Change {
        START,
        HEAVIER,
        MORE_REPS,
        SAME,
        LIGHTER,
        SETBACK,
        LIGHTER_WEEK
    }

    /**
     * One set to be done.
     *
     * @param amrap as many repetitions as possible, at least {@code reps}
     * @param reps absent where the set is timed
     * @param seconds absent where repetitions are counted
     * @param weight in the unit of the {@link Loading}; absent where the person is to choose it
     * @param rpe the RPE aimed at, or not to be exceeded
     */
    public record Target(
            boolean amrap,
            @Nullable Integer reps,
            @Nullable Integer seconds,
            @Nullable BigDecimal weight,
            @Nullable BigDecimal rpe) {

        static Target ofReps(int reps, @Nullable BigDecimal rpe) {
            return new Target(false, reps, null, null, rpe);
        }

        static Target ofSeconds(int seconds) {
            return new Target(false, null, seconds, null, null);
        }

        /** A set to warm up with. */
        public static Target warmUp(int reps, BigDecimal weight) {
            return new Target(false, reps, null, weight, null);
        }

        Target at(BigDecimal newWeight) {
            return new Target(amrap, reps, seconds, newWeight, rpe);
        }

        Target asManyAsPossible() {
            return new Target(true, reps, seconds, weight, rpe);
        }

        Target straight() {
            return new Target(false, reps, seconds, weight, rpe);
        }
    }

    public Prescription {
        targets = List.copyOf(targets);
    }

    /** So many sets of one kind. */
    static Prescription of(Change change, String reason, int sets, Target each) {
        return new Prescription(change, reason, Collections.nCopies(sets, each));
    }

    /** The same with the last set done for as many repetitions as possible. */
    Prescription lastAsManyAsPossible() {
        Target last = targets.getLast().asManyAsPossible();
        return new Prescription(
                change,
                reason,
                Stream.concat(targets.stream().limit(targets.size() - 1L), Stream.of(last))
                        .toList());
    }
}

package app.primaryassistant.programs.entity.progression;

import app.primaryassistant.platform.figure.Decimals;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a session looks to a rule that asks for so many sets.
 *
 * <p>The working weight is the heaviest that so many sets were done with, or the lightest of all where fewer were done:
 * who takes something off after the third of five sets has worked with what the fifth was done with, and one heavy single
 * beside five sets of five is no failure.
 *
 * @param weight the working weight
 * @param fewestReps what each of so many sets at that weight reached; 0 where fewer were done
 * @param sets those done at that weight or a heavier one
 */
record Attempt(BigDecimal weight, int fewestReps, List<DoneSet> sets) {

    static Attempt of(LiftSession session, int wanted) {
        List<BigDecimal> weights = session.sets().stream()
                .map(DoneSet::weight)
                .sorted(Comparator.reverseOrder())
                .toList();
        BigDecimal weight = weights.get(Math.min(wanted, weights.size()) - 1);
        List<DoneSet> sets = session.sets().stream()
                .filter(set -> set.weight().compareTo(weight) >= 0)
                .toList();
        List<Integer> reps = sets.stream()
                .map(DoneSet::reps)
                .sorted(Comparator.reverseOrder())
                .toList();
        return new Attempt(weight, reps.size() < wanted ? 0 : reps.get(wanted - 1), sets);
    }

    /** The highest RPE that was noted. */
    Optional<BigDecimal> hardest() {
        return sets.stream()
                .flatMap(set -> Optional.ofNullable(set.rpe()).stream())
                .max(Comparator.naturalOrder());
    }

    /**
     * The weight that all sets have earned by reaching their repetitions: a heavier one, unless one of them was too hard.
     *
     * @param most the RPE that none may have exceeded; a set without one passes
     */
    Prescription rewarded(
            int wanted,
            int reps,
            @Nullable BigDecimal most,
            Amount increase,
            Prescription.Target heavier,
            Loading loading) {
        BigDecimal hardest = hardest().orElse(null);
        if (most != null && hardest != null && hardest.compareTo(most) > 0) {
            String reason = "%s again, because all sets reached %s, but at RPE %s, above the limit of %s."
                    .formatted(loading.words(weight), repetitions(reps), Decimals.plain(hardest), Decimals.plain(most));
            return Prescription.of(
                    Prescription.Change.SAME,
                    reason,
                    wanted,
                    Prescription.Target.ofReps(reps, most).at(weight));
        }
        BigDecimal raised = loading.raised(weight, increase);
        String effort = most != null && hardest != null ? " at RPE ≤ " + Decimals.plain(most) : "";
        String reason = "%s, because all sets reached %s%s."
                .formatted(loading.difference(weight, raised), repetitions(reps), effort);
        return Prescription.of(Prescription.Change.HEAVIER, reason, wanted, heavier.at(raised));
    }

    /** So many repetitions in words. */
    static String repetitions(int reps) {
        return reps == 1 ? "1 repetition" : reps + " repetitions";
    }

    /** Why it fell short of a goal, in words. */
    String shortfall(int wanted, int reps) {
        if (sets.size() < wanted) {
            return "only %d of %d sets were done".formatted(sets.size(), wanted);
        }
        return "a set stopped at %d of %d repetitions".formatted(fewestReps, reps);
    }

    /** How many of the latest sessions, newest first, failed at the working weight of the newest. */
    static int failuresInARow(List<LiftSession> newestFirst, int wanted, int reps) {
        BigDecimal weight = of(newestFirst.getFirst(), wanted).weight();
        return (int) newestFirst.stream()
                .map(session -> of(session, wanted))
                .takeWhile(attempt ->
                        attempt.fewestReps() < reps && attempt.weight().compareTo(weight) == 0)
                .count();
    }
}

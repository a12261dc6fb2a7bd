package app.primaryassistant.programs.entity.progression;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.math.BigDecimal;
import java.util.List;

/**
 * A deload that failures bring about.
 *
 * @param failures how many failures in a row, at the same weight, bring it about
 * @param percent by how much the weight is then reduced, before it is rounded down
 */
public record Setback(
        @Min(1) @Max(10) int failures, @Min(1) @Max(50) int percent) {

    /**
     * What follows a failure: the same weight again, or less of it once there were enough failures.
     *
     * @param newestFirst the latest sessions under the rule, of which the newest has failed
     * @param reps repetitions that a set must reach not to fail
     */
    Prescription prescription(
            List<LiftSession> newestFirst, int sets, int reps, Prescription.Target goal, Loading loading) {
        Attempt last = Attempt.of(newestFirst.getFirst(), sets);
        int failed = Attempt.failuresInARow(newestFirst, sets, reps);
        if (failed >= failures) {
            BigDecimal lighter = loading.lowered(last.weight(), percent);
            String reason = "%s, because %s fell short of %s at %s."
                    .formatted(
                            loading.difference(last.weight(), lighter),
                            failed == 1 ? "the last session" : failed + " sessions in a row",
                            Attempt.repetitions(reps),
                            loading.words(last.weight()));
            return Prescription.of(Prescription.Change.SETBACK, reason, sets, goal.at(lighter));
        }
        String reason = "%s again, because %s; attempt %d of %d."
                .formatted(loading.words(last.weight()), last.shortfall(sets, reps), failed + 1, failures);
        return Prescription.of(Prescription.Change.SAME, reason, sets, goal.at(last.weight()));
    }
}

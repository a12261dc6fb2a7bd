package app.primaryassistant.strength.control;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A set as it was lifted.
 *
 * @param weight kilograms
 * @param reps repetitions done, at least one
 * @param reserve repetitions that were still possible, by the lifter's own judgement; absent where nobody said
 */
public record LiftedSet(BigDecimal weight, int reps, @Nullable BigDecimal reserve) {

    /** The repetitions it would have had at failure; a set of which nobody said is taken to have ended there. */
    double repetitionsToFailure() {
        return reserve == null ? reps : reps + reserve.doubleValue();
    }
}

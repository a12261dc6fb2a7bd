package app.primaryassistant.progress.entity;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A set as it was lifted.
 *
 * @param weight kilograms as they were recorded: where the body is lifted, what was added to it, below zero what helped
 * @param body what the body itself had to do with it
 * @param reps repetitions done, at least one
 * @param reserve repetitions that were still possible, by the lifter's own judgement; absent where nobody said
 */
public record LiftedSet(
        BigDecimal weight, Body body, int reps, @Nullable BigDecimal reserve) {

    /** The body's part in what a set lifts. */
    public sealed interface Body {

        /** The weight is all that is lifted. */
        Body RESTS = new Rests();

        /** The body is lifted, and nobody said what it weighed then. */
        Body UNKNOWN = new Unknown();

        /** See {@link #RESTS}. */
        record Rests() implements Body {}

        /** See {@link #UNKNOWN}. */
        record Unknown() implements Body {}

        /** The whole of it is lifted, whatever of it the feet or the bar may have carried. */
        record Weighs(BigDecimal kilograms, LocalDate measuredOn) implements Body {}
    }

    /** One of a weight that is all that was lifted. */
    public LiftedSet(BigDecimal weight, int reps, @Nullable BigDecimal reserve) {
        this(weight, Body.RESTS, reps, reserve);
    }

    /** Kilograms in all, not below zero where the body was lifted; empty if nobody said what that weighed. */
    public Optional<BigDecimal> load() {
        return switch (body) {
            case Body.Rests rests -> Optional.of(weight);
            case Body.Weighs weighs ->
                Optional.of(weighs.kilograms().add(weight).max(BigDecimal.ZERO));
            case Body.Unknown unknown -> Optional.empty();
        };
    }

    /** The repetitions it would have had at failure; a set of which nobody said is taken to have ended there. */
    public double repetitionsToFailure() {
        return reserve == null ? reps : reps + reserve.doubleValue();
    }
}

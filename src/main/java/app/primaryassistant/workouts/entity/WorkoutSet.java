package app.primaryassistant.workouts.entity;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.UUID;

/**
 * One set. What it is measured by depends on the exercise; the ranges are those of {@link Measure}.
 *
 * @param rpe rating of perceived exertion, 1 to 10 in halves
 * @param rir repetitions in reserve; where there is an RPE too, this is believed
 * @param restSeconds the rest taken after it
 * @param done one that is planned and not done counts for nothing
 */
public record WorkoutSet(
        UUID id,
        SetKind kind,
        Optional<Integer> reps,
        Optional<Weight> weight,
        Optional<BigDecimal> rpe,
        Optional<Integer> rir,
        Optional<Integer> durationSeconds,
        Optional<BigDecimal> distanceMetres,
        Optional<Integer> restSeconds,
        boolean done) {}

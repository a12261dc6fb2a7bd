package app.primaryassistant.workouts.boundary;

import app.primaryassistant.platform.problem.Violation;
import app.primaryassistant.platform.vocabulary.KeyOf;
import app.primaryassistant.platform.vocabulary.Keyed;
import app.primaryassistant.workouts.entity.Measure;
import app.primaryassistant.workouts.entity.SetKind;
import app.primaryassistant.workouts.entity.Weight;
import app.primaryassistant.workouts.entity.WeightUnit;
import app.primaryassistant.workouts.entity.WorkoutSet;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A set as it is to be. The weight is what was typed, in its unit, kilograms if none is said; a set is done unless it says no.
 * Whether a weight may be below zero depends on the exercise, which only the database knows.
 */
public record NewSet(
        @NotNull UUID id,
        @Nullable @KeyOf(SetKind.class) String kind,
        @Nullable @Within(Measure.REPS) Integer reps,

        @Nullable @Digits(integer = 5, fraction = 3, message = "must be a weight with at most three decimals")
        BigDecimal weight,

        @Nullable @KeyOf(WeightUnit.class) String unit,
        @Nullable @Within(Measure.RPE) BigDecimal rpe,
        @Nullable @Within(Measure.RIR) Integer rir,
        @Nullable @Within(Measure.DURATION) Integer durationSeconds,
        @Nullable @Within(Measure.DISTANCE) BigDecimal distanceMetres,
        @Nullable @Within(Measure.REST) Integer restSeconds,
        @Nullable Boolean done) {

    WorkoutSet set() {
        return new WorkoutSet(
                id,
                kind == null ? SetKind.WORKING : Keyed.of(SetKind.class, kind),
                Optional.ofNullable(reps),
                Optional.ofNullable(weight).map(entered -> Weight.of(entered, weightUnit())),
                Optional.ofNullable(rpe),
                Optional.ofNullable(rir),
                Optional.ofNullable(durationSeconds),
                Optional.ofNullable(distanceMetres),
                Optional.ofNullable(restSeconds),
                done == null || done);
    }

    /** What is wrong with the weight, whose range depends on its unit. */
    Optional<Violation> violation(String path) {
        return Optional.ofNullable(weight)
                .filter(entered -> !Measure.ADDED_WEIGHT.allows(weightUnit().toKilograms(entered)))
                .map(entered -> Violation.body(
                        path + Measure.WEIGHT.field(),
                        "must be from %s to %s %s; below zero is assistance, for bodyweight exercises only"
                                .formatted(
                                        weightUnit()
                                                .atMost(Measure.ADDED_WEIGHT
                                                        .low()
                                                        .negate())
                                                .negate(),
                                        weightUnit().atMost(Measure.WEIGHT.high()),
                                        weightUnit().key())));
    }

    private WeightUnit weightUnit() {
        return unit == null ? WeightUnit.KILOGRAM : Keyed.of(WeightUnit.class, unit);
    }
}

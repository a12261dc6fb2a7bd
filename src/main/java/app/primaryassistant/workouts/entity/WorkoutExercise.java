package app.primaryassistant.workouts.entity;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * An exercise's place in a workout, with its sets in order.
 *
 * @param id of the place, not of the exercise, which may stand in a workout twice
 * @param exercise id of an exercise of the library or of the account's own
 * @param superset exercises of a workout that have the same number are done in turn
 * @param restSeconds the rest meant between sets
 */
public record WorkoutExercise(
        UUID id,
        UUID exercise,
        Optional<Integer> superset,
        Optional<Integer> restSeconds,
        Optional<String> note,
        List<WorkoutSet> sets) {}

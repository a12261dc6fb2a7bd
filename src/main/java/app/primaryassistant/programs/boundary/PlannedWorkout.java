package app.primaryassistant.programs.boundary;

import app.primaryassistant.workouts.entity.ProgramSession;
import app.primaryassistant.workouts.entity.Weight;
import app.primaryassistant.workouts.entity.Workout;
import app.primaryassistant.workouts.entity.WorkoutExercise;
import app.primaryassistant.workouts.entity.WorkoutSet;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The next session as a workout that is begun now: a client puts it under an id of its choice, as it is, and fills in what is
 * done as it goes on. Its sets are planned: none counts before it is done.
 */
public record PlannedWorkout(
        LocalDate localDate,
        Instant startedAt,
        String zone,
        String type,
        String title,
        ProgramPlace program,
        List<PlannedEntry> exercises) {

    /** Of which session it is, so that finishing it moves on. */
    public record ProgramPlace(UUID enrolmentId, String place) {}

    /** One exercise of it. */
    public record PlannedEntry(
            UUID id,
            UUID exerciseId,
            @Nullable Integer superset,
            @Nullable Integer restSeconds,
            @Nullable String note,
            List<PlannedSet> sets) {}

    /** A set to be done; its weight is in the unit of the enrolment. */
    public record PlannedSet(
            UUID id,
            String kind,
            @Nullable Integer reps,
            @Nullable BigDecimal weight,
            @Nullable String unit,
            @Nullable Integer durationSeconds,
            boolean done) {}

    static PlannedWorkout from(Workout workout, ProgramSession session) {
        return new PlannedWorkout(
                workout.localDate(),
                workout.startedAt(),
                workout.zone(),
                workout.type().key(),
                workout.title().orElse(""),
                new ProgramPlace(session.enrolment(), session.place()),
                workout.exercises().stream().map(PlannedWorkout::entry).toList());
    }

    private static PlannedEntry entry(WorkoutExercise exercise) {
        return new PlannedEntry(
                exercise.id(),
                exercise.exercise(),
                exercise.superset().orElse(null),
                exercise.restSeconds().orElse(null),
                exercise.note().orElse(null),
                exercise.sets().stream().map(PlannedWorkout::set).toList());
    }

    private static PlannedSet set(WorkoutSet set) {
        return new PlannedSet(
                set.id(),
                set.kind().key(),
                set.reps().orElse(null),
                set.weight().map(Weight::entered).orElse(null),
                set.weight().map(weight -> weight.unit().key()).orElse(null),
                set.durationSeconds().orElse(null),
                set.done());
    }
}

package app.primaryassistant.workouts.boundary;

import app.primaryassistant.platform.figure.Decimals;
import app.primaryassistant.platform.http.Versioned;
import app.primaryassistant.workouts.boundary.NewWorkout.ProgramPlace;
import app.primaryassistant.workouts.control.WorkoutReadingRepository.BodyWeight;
import app.primaryassistant.workouts.control.WorkoutReadingRepository.LastTime;
import app.primaryassistant.workouts.control.WorkoutReadingRepository.LoggedExercise;
import app.primaryassistant.workouts.control.WorkoutReadingRepository.Stored;
import app.primaryassistant.workouts.entity.Workout;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A whole workout.
 *
 * @param bodyWeight of its day, which exercises that lift the body lifted; absent if nobody said it
 */
public record WorkoutView(
        UUID id,
        LocalDate localDate,
        Instant startedAt,
        String zone,
        @Nullable Instant endedAt,
        String type,
        @Nullable String title,
        @Nullable Integer durationSeconds,
        @Nullable BigDecimal intensity,
        @Nullable Integer fatigue,
        @Nullable Integer soreness,
        @Nullable String note,
        @Nullable String coachNote,
        @Nullable ProgramPlace program,
        List<EntryView> exercises,
        @Nullable BodyWeightView bodyWeight,
        String source,
        int version)
        implements Versioned {

    /**
     * An exercise's place in it.
     *
     * @param tracking what a set of it is written down as
     * @param lastTime only of the workout that is going on
     */
    public record EntryView(
            UUID id,
            UUID exerciseId,
            String name,
            String tracking,
            @Nullable Integer superset,
            @Nullable Integer restSeconds,
            @Nullable String note,
            List<SetView> sets,
            @Nullable LastTimeView lastTime) {

        static EntryView from(LoggedExercise entry) {
            return new EntryView(
                    entry.exercise().id(),
                    entry.exercise().exercise(),
                    entry.name(),
                    entry.tracking(),
                    entry.exercise().superset().orElse(null),
                    entry.exercise().restSeconds().orElse(null),
                    entry.exercise().note().orElse(null),
                    SetView.from(entry.exercise().sets()),
                    entry.lastTime().map(LastTimeView::from).orElse(null));
        }
    }

    /** What the body weighed when that was last measured, in kg. */
    public record BodyWeightView(BigDecimal kilograms, LocalDate measuredOn) {

        static BodyWeightView from(BodyWeight weight) {
            return new BodyWeightView(Decimals.plain(weight.kilograms()), weight.measuredOn());
        }
    }

    /** The sets that were done of an exercise when it was last done. */
    public record LastTimeView(UUID workoutId, LocalDate localDate, List<SetView> sets) {

        static LastTimeView from(LastTime last) {
            return new LastTimeView(last.workout(), last.localDate(), SetView.from(last.sets()));
        }
    }

    static WorkoutView from(Stored stored) {
        Workout workout = stored.workout();
        return new WorkoutView(
                workout.id(),
                workout.localDate(),
                workout.startedAt(),
                workout.zone(),
                workout.endedAt().orElse(null),
                workout.type().key(),
                workout.title().orElse(null),
                workout.durationSeconds().orElse(null),
                workout.intensity().map(Decimals::plain).orElse(null),
                workout.fatigue().orElse(null),
                workout.soreness().orElse(null),
                workout.note().orElse(null),
                workout.coachNote().orElse(null),
                workout.program().map(ProgramPlace::from).orElse(null),
                stored.entries().stream().map(EntryView::from).toList(),
                stored.bodyWeight().map(BodyWeightView::from).orElse(null),
                stored.source(),
                stored.version());
    }
}

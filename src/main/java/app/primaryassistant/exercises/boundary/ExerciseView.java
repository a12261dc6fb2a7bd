package app.primaryassistant.exercises.boundary;

import app.primaryassistant.exercises.control.ExerciseRepository.Known;
import app.primaryassistant.exercises.entity.Exercise;
import app.primaryassistant.platform.http.Versioned;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An exercise with what the account has to do with it.
 *
 * @param instructions absent in lists
 * @param version 0 for one of the library
 */
public record ExerciseView(
        UUID id,
        boolean own,
        String name,
        String category,
        @Nullable String equipment,
        @Nullable String level,
        @Nullable String mechanic,
        @Nullable String force,
        List<String> primaryMuscles,
        List<String> secondaryMuscles,
        @Nullable List<String> instructions,
        String tracking,
        boolean favourite,
        @Nullable LocalDate lastUsed,
        int version)
        implements Versioned {

    static ExerciseView from(Known known) {
        return of(known, known.exercise().instructions());
    }

    static ExerciseView listed(Known known) {
        return of(known, null);
    }

    private static ExerciseView of(Known known, @Nullable List<String> instructions) {
        Exercise exercise = known.exercise();
        return new ExerciseView(
                exercise.id(),
                exercise.own(),
                exercise.name(),
                exercise.category(),
                exercise.equipment().orElse(null),
                exercise.level().orElse(null),
                exercise.mechanic().orElse(null),
                exercise.force().orElse(null),
                exercise.primaryMuscles(),
                exercise.secondaryMuscles(),
                instructions,
                exercise.tracking(),
                known.favourite(),
                known.lastUsed().orElse(null),
                exercise.version());
    }
}

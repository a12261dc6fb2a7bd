package app.primaryassistant.exercises.boundary;

import app.primaryassistant.exercises.entity.Exercise;
import app.primaryassistant.exercises.entity.TermOf;
import app.primaryassistant.exercises.entity.Trait;
import app.primaryassistant.platform.json.PlainText;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An exercise of one's own, to be added or as it is to be. */
public record NewExercise(
        @NotNull @PlainText(min = 1, max = 100) String name,
        @NotNull @TermOf(Trait.CATEGORY) String category,
        @Nullable @TermOf(Trait.EQUIPMENT) String equipment,
        @Nullable @TermOf(Trait.LEVEL) String level,
        @Nullable @TermOf(Trait.MECHANIC) String mechanic,
        @Nullable @TermOf(Trait.FORCE) String force,
        @Nullable @Size(max = 17) List<@NotNull @TermOf(Trait.MUSCLE) String> primaryMuscles,
        @Nullable @Size(max = 17) List<@NotNull @TermOf(Trait.MUSCLE) String> secondaryMuscles,
        @Nullable @Size(max = 30) List<@NotNull @PlainText(min = 1, max = 1000) String> instructions,
        @NotNull @TermOf(Trait.TRACKING) String tracking) {

    /** @param version the one that it is to follow; 0 for a new one */
    Exercise exercise(UUID id, int version) {
        return new Exercise(
                id,
                true,
                name.strip(),
                category,
                Optional.ofNullable(equipment),
                Optional.ofNullable(level),
                Optional.ofNullable(mechanic),
                Optional.ofNullable(force),
                orNone(primaryMuscles),
                orNone(secondaryMuscles),
                orNone(instructions),
                tracking,
                version);
    }

    private static List<String> orNone(@Nullable List<String> texts) {
        return texts == null ? List.of() : texts;
    }
}

package app.primaryassistant.exercises.entity;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * An exercise of the library or of an account's own. Its terms are those of {@link Trait}.
 *
 * @param own whether an account added it for itself
 * @param version of an own exercise; 0 for one of the library, which nobody changes
 */
public record Exercise(
        UUID id,
        boolean own,
        String name,
        String category,
        Optional<String> equipment,
        Optional<String> level,
        Optional<String> mechanic,
        Optional<String> force,
        List<String> primaryMuscles,
        List<String> secondaryMuscles,
        List<String> instructions,
        String tracking,
        int version) {

    private static final int VERSION_OF_THE_LIBRARY = 5;

    /** Whether an id is one of the library's: those follow from the data set by name. */
    public static boolean isOfLibrary(UUID id) {
        return id.version() == VERSION_OF_THE_LIBRARY;
    }
}

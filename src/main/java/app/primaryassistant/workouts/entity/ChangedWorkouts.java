package app.primaryassistant.workouts.entity;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Workouts that an earlier import brought and that a later file tells otherwise.
 *
 * @param replaceable those that are as they came, and can give way to the file's
 * @param edited those that were changed here since, and stay
 * @param first the newest of both
 */
public record ChangedWorkouts(long replaceable, long edited, List<ChangedWorkout> first) {

    public static final ChangedWorkouts NONE = new ChangedWorkouts(0, 0, List.of());

    public long all() {
        return replaceable + edited;
    }

    /**
     * One of them.
     *
     * @param here how many sets it has
     * @param inFile how many it would have
     */
    public record ChangedWorkout(
            UUID id, LocalDate localDate, @Nullable String title, boolean edited, long here, long inFile) {}
}

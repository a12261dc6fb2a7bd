package app.primaryassistant.transfer.control.format;

import app.primaryassistant.transfer.control.format.Outcome.Entry;
import app.primaryassistant.transfer.control.text.Refusal;
import java.util.Optional;

/**
 * Counts the exercises of a file's workouts. Files have a row for each set; a new exercise begins where the workout or the
 * name is another than in the row before, or where the sets begin anew.
 */
final class Entries {

    private static final int LONGEST_NAME = 100;

    private String workout = "";
    private String name = "";
    private int order = Integer.MAX_VALUE;
    private int number;

    /**
     * The entry of the next row.
     *
     * @param setOrder the place of the set among those of its exercise, or a number that never falls if the file has none
     */
    Entry next(String workoutKey, String exercise, int setOrder, Optional<Integer> superset, Optional<String> note) {
        if (exercise.isEmpty()) {
            throw new Refusal("The exercise has no name.");
        }
        if (exercise.length() > LONGEST_NAME) {
            throw new Refusal("The name of the exercise is longer than 100 characters.");
        }
        if (!workoutKey.equals(workout) || !exercise.equals(name) || setOrder < order) {
            number++;
        }
        workout = workoutKey;
        name = exercise;
        order = setOrder;
        return new Entry(number, Optional.empty(), exercise, superset, Optional.empty(), note);
    }
}

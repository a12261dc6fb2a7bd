package app.primaryassistant.imports.control.row;

import app.primaryassistant.imports.control.row.ParsedRow.ParsedExercise;
import app.primaryassistant.imports.control.text.Refusal;
import java.util.Optional;

/**
 * Counts the exercises of a file's workouts. Files have a row for each set; a new exercise begins where the workout or the
 * name is another than in the row before, or where the sets begin anew.
 */
public final class Entries {

    private static final int LONGEST_NAME = 100;
    private static final int MOST_OF_A_WORKOUT = 60;
    private static final int MOST_SETS = 100;

    private String workout = "";
    private String name = "";
    private int order = Integer.MAX_VALUE;
    private int number;
    private int ofWorkout;
    private int sets;

    /**
     * The entry of the next row.
     *
     * @param setOrder the place of the set among those of its exercise, or a number that never falls if the file has none
     */
    public ParsedExercise next(
            String workoutKey, String exercise, int setOrder, Optional<Integer> superset, Optional<String> note) {
        if (exercise.isEmpty()) {
            throw new Refusal("The exercise has no name.");
        }
        if (exercise.length() > LONGEST_NAME) {
            throw new Refusal("The exercise name is longer than 100 characters.");
        }
        boolean anotherWorkout = !workoutKey.equals(workout);
        if (anotherWorkout || !exercise.equals(name) || setOrder < order) {
            number++;
            ofWorkout = anotherWorkout ? 1 : ofWorkout + 1;
            sets = 0;
        }
        workout = workoutKey;
        name = exercise;
        order = setOrder;
        sets++;
        if (ofWorkout > MOST_OF_A_WORKOUT || sets > MOST_SETS) {
            throw new Refusal("The workout has more than 60 exercises, or the exercise more than 100 sets.");
        }
        return new ParsedExercise(number, Optional.empty(), exercise, superset, Optional.empty(), note);
    }
}

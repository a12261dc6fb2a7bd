package app.primaryassistant.imports.control.row;

import app.primaryassistant.metrics.control.Measurable;
import app.primaryassistant.metrics.control.Moment;
import app.primaryassistant.workouts.entity.WorkoutSet;
import app.primaryassistant.workouts.entity.WorkoutType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What a row has come to. */
public sealed interface ParsedRow {

    /** The line of the file, from 1. */
    long line();

    /**
     * A measured value.
     *
     * @param id the one it had where it comes from, if that was this program
     * @param key what tells it from others of the same metric
     */
    record ParsedValue(
            long line,
            Optional<UUID> id,
            String key,
            Moment moment,
            String metric,
            Measurable.Checked quantity,
            Optional<String> note)
            implements ParsedRow {}

    /** A set of an exercise in a workout; this program's own files also have exercises without sets, and workouts without both. */
    record ParsedSet(long line, ParsedWorkout workout, Optional<ParsedExercise> entry, Optional<WorkoutSet> set)
            implements ParsedRow {

        public ParsedSet(long line, ParsedWorkout workout, ParsedExercise entry, WorkoutSet set) {
            this(line, workout, Optional.of(entry), Optional.of(set));
        }
    }

    /** A row, or one value of it, that is not taken over, and why. */
    record RefusedRow(long line, String reason) implements ParsedRow {}

    /**
     * The workout of a set.
     *
     * @param id the one it had where it comes from, if that was this program
     * @param key what tells it from others: when it began, and its title
     * @param durationS in seconds
     */
    record ParsedWorkout(
            Optional<UUID> id,
            String key,
            Moment begun,
            String title,
            Optional<Integer> durationS,
            Optional<String> note,
            Optional<Remarks> remarks) {}

    /**
     * What only this program's own files say of a workout.
     *
     * @param intensity session RPE from 0 to 10
     * @param fatigue from 1 to 10
     * @param soreness from 1 to 10
     */
    record Remarks(
            Instant ended,
            WorkoutType type,
            Optional<BigDecimal> intensity,
            Optional<Integer> fatigue,
            Optional<Integer> soreness,
            Optional<String> coachNote) {}

    /**
     * An exercise in a workout.
     *
     * @param number counts the entries of the file
     * @param superset from 1 to 60; entries of a workout with the same one belong together
     * @param restS in seconds
     */
    record ParsedExercise(
            int number,
            Optional<UUID> exercise,
            String name,
            Optional<Integer> superset,
            Optional<Integer> restS,
            Optional<String> note) {}
}

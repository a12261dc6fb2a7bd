package app.primaryassistant.workouts.control;

import app.primaryassistant.platform.problem.Problem;
import app.primaryassistant.platform.problem.Violation;
import app.primaryassistant.workouts.control.WorkoutRepository.Written;
import app.primaryassistant.workouts.entity.Workout;
import app.primaryassistant.workouts.entity.WorkoutExercise;
import app.primaryassistant.workouts.entity.WorkoutSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/** Writes workouts, all of one or nothing, and says in words why one cannot be written. */
@ApplicationScoped
public class WorkoutLog {

    @Inject
    private WorkoutRepository workouts;

    /** Makes a workout under its id and returns its version; empty if there is one of that id, or of its session of a program. */
    public Optional<Integer> make(UUID owner, Workout workout) {
        return complete(workouts.write(owner, null, workout), owner, workout.exercises(), "exercises[%d].");
    }

    /** Puts a workout in the place of that version of it and returns the new one; empty if another version stands there. */
    public Optional<Integer> change(UUID owner, int version, Workout workout) {
        return complete(workouts.write(owner, version, workout), owner, workout.exercises(), "exercises[%d].");
    }

    /** Adds an exercise at a workout's end and returns the workout's version; empty if there is no such workout. */
    public Optional<Integer> add(UUID owner, UUID workout, WorkoutExercise exercise) {
        return complete(workouts.add(owner, workout, exercise), owner, List.of(exercise), "");
    }

    /**
     * @param field where an exercise stands in the request, with a place for its number
     * @throws Problem if some part was left out; only now is it worth asking why
     */
    private Optional<Integer> complete(
            Optional<Written> written, UUID owner, List<WorkoutExercise> exercises, String field) {
        return written.map(what -> {
            int sets = exercises.stream()
                    .mapToInt(exercise -> exercise.sets().size())
                    .sum();
            if (what.exercises() < exercises.size() || what.sets() < sets) {
                throw explain(owner, exercises, field);
            }
            return what.version();
        });
    }

    private Problem explain(UUID owner, List<WorkoutExercise> exercises, String field) {
        List<UUID> named = exercises.stream().map(WorkoutExercise::exercise).toList();
        List<UUID> unknown = workouts.unknownExercises(owner, named);
        if (!unknown.isEmpty()) {
            return Problem.invalid(IntStream.range(0, exercises.size())
                    .filter(i -> unknown.contains(exercises.get(i).exercise()))
                    .mapToObj(i -> Violation.body(field.formatted(i) + "exerciseId", "is not a known exercise"))
                    .toList());
        }
        List<Violation> belowZero = belowZero(exercises, workouts.liftingTheBody(owner, named), field);
        if (!belowZero.isEmpty()) {
            return Problem.invalid(belowZero);
        }
        return Problem.invalid(Violation.body(
                "exercises",
                "must be at most 60, and neither their ids nor those of their sets may be used in another workout"));
    }

    /** Help is a weight below zero, and there is none where the body is not lifted. */
    private static List<Violation> belowZero(List<WorkoutExercise> exercises, List<UUID> liftingTheBody, String field) {
        return IntStream.range(0, exercises.size())
                .filter(i -> !liftingTheBody.contains(exercises.get(i).exercise()))
                .boxed()
                .flatMap(i -> {
                    List<WorkoutSet> sets = exercises.get(i).sets();
                    return IntStream.range(0, sets.size())
                            .filter(j -> sets.get(j)
                                    .weight()
                                    .filter(weight -> weight.kilograms().signum() < 0)
                                    .isPresent())
                            .mapToObj(j -> Violation.body(
                                    field.formatted(i) + "sets[" + j + "].weight",
                                    "must be at least 0: this is not a bodyweight exercise"));
                })
                .toList();
    }
}

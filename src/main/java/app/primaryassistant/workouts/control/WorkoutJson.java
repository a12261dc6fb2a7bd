package app.primaryassistant.workouts.control;

import app.primaryassistant.platform.vocabulary.Keyed;
import app.primaryassistant.workouts.entity.SetKind;
import app.primaryassistant.workouts.entity.Weight;
import app.primaryassistant.workouts.entity.WeightUnit;
import app.primaryassistant.workouts.entity.Workout;
import app.primaryassistant.workouts.entity.WorkoutExercise;
import app.primaryassistant.workouts.entity.WorkoutSet;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Workouts in the form PostgreSQL takes them apart in and puts them together in: objects named as the columns are. */
final class WorkoutJson {

    private WorkoutJson() {}

    static String of(Workout workout) {
        JsonObjectBuilder object = Json.createObjectBuilder()
                .add("id", workout.id().toString())
                .add("local_date", workout.localDate().toString())
                .add("started_at", workout.startedAt().toString())
                .add("zone", workout.zone())
                .add("type", workout.type().key());
        workout.endedAt().ifPresent(at -> object.add("ended_at", at.toString()));
        workout.title().ifPresent(text -> object.add("title", text));
        workout.durationSeconds().ifPresent(seconds -> object.add("duration_s", seconds));
        workout.intensity().ifPresent(rating -> object.add("intensity", rating));
        workout.fatigue().ifPresent(rating -> object.add("fatigue", rating));
        workout.soreness().ifPresent(rating -> object.add("soreness", rating));
        workout.note().ifPresent(text -> object.add("note", text));
        workout.coachNote().ifPresent(text -> object.add("coach_note", text));
        workout.program()
                .ifPresent(session -> object.add(
                                "enrolment_id", session.enrolment().toString())
                        .add("program_place", session.place()));
        JsonArrayBuilder exercises = Json.createArrayBuilder();
        for (int i = 0; i < workout.exercises().size(); i++) {
            exercises.add(object(workout.exercises().get(i)).add("position", i + 1));
        }
        return object.add("exercises", exercises).build().toString();
    }

    static String of(WorkoutExercise exercise) {
        return object(exercise).build().toString();
    }

    private static JsonObjectBuilder object(WorkoutExercise exercise) {
        JsonObjectBuilder object = Json.createObjectBuilder()
                .add("id", exercise.id().toString())
                .add("exercise_id", exercise.exercise().toString());
        exercise.superset().ifPresent(number -> object.add("superset", number));
        exercise.restSeconds().ifPresent(seconds -> object.add("rest_s", seconds));
        exercise.note().ifPresent(text -> object.add("note", text));
        JsonArrayBuilder sets = Json.createArrayBuilder();
        for (int i = 0; i < exercise.sets().size(); i++) {
            sets.add(object(exercise.sets().get(i)).add("position", i + 1));
        }
        return object.add("sets", sets);
    }

    private static JsonObjectBuilder object(WorkoutSet set) {
        JsonObjectBuilder object = Json.createObjectBuilder()
                .add("id", set.id().toString())
                .add("kind", set.kind().key())
                .add("done", set.done());
        set.reps().ifPresent(reps -> object.add("reps", reps));
        set.weight()
                .ifPresent(weight -> object.add("weight", weight.kilograms())
                        .add("entered_weight", weight.entered())
                        .add("entered_unit", weight.unit().key()));
        set.rpe().ifPresent(rating -> object.add("rpe", rating));
        set.rir().ifPresent(reps -> object.add("rir", reps));
        set.durationSeconds().ifPresent(seconds -> object.add("duration_s", seconds));
        set.distanceMetres().ifPresent(metres -> object.add("distance_m", metres));
        set.restSeconds().ifPresent(seconds -> object.add("rest_s", seconds));
        return object;
    }

    /** The sets of an exercise, in order, from what {@code json_agg} gives; that is nothing where there are none. */
    static List<WorkoutSet> sets(@Nullable String json) {
        if (json == null) {
            return List.of();
        }
        try (var reader = Json.createReader(new StringReader(json))) {
            JsonArray array = reader.readArray();
            return IntStream.range(0, array.size())
                    .mapToObj(i -> set(array.getJsonObject(i)))
                    .toList();
        }
    }

    private static WorkoutSet set(JsonObject set) {
        return new WorkoutSet(
                UUID.fromString(set.getString("id")),
                Keyed.of(SetKind.class, set.getString("kind")),
                number(set, "reps").map(BigDecimal::intValueExact),
                number(set, "weight").map(kilograms -> weight(set, kilograms)),
                number(set, "rpe"),
                number(set, "rir").map(BigDecimal::intValueExact),
                number(set, "duration_s").map(BigDecimal::intValueExact),
                number(set, "distance_m"),
                number(set, "rest_s").map(BigDecimal::intValueExact),
                set.getBoolean("done"));
    }

    private static Weight weight(JsonObject set, BigDecimal kilograms) {
        return new Weight(
                kilograms,
                set.getJsonNumber("entered_weight").bigDecimalValue(),
                Keyed.of(WeightUnit.class, set.getString("entered_unit")));
    }

    private static Optional<BigDecimal> number(JsonObject set, String column) {
        return set.get(column) instanceof JsonNumber number ? Optional.of(number.bigDecimalValue()) : Optional.empty();
    }
}

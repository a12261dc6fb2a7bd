package app.primaryassistant.programs.entity;

import app.primaryassistant.platform.figure.Decimals;
import app.primaryassistant.programs.entity.progression.Bar;
import app.primaryassistant.programs.entity.progression.DoneSet;
import app.primaryassistant.workouts.entity.WeightUnit;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What was done of a program.
 *
 * @param trained the sessions that were finished
 * @param begun those that are going on, by the place they have in the program
 * @param exerciseNames of the program's exercises, as far as they are known
 * @param bars what those of them are done with that are done with a bar
 */
public record TrainingHistory(
        List<ProgramProgress.Trained> trained,
        Map<Place, UUID> begun,
        Set<Place> skipped,
        Map<UUID, String> exerciseNames,
        Map<UUID, Bar> bars) {

    /**
     * From what the database tells, as texts of JSON, absent where there is nothing. A place that the program does not have
     * is one that a client made up.
     */
    public static TrainingHistory read(
            @Nullable String skipped,
            @Nullable String workouts,
            @Nullable String names,
            @Nullable String equipment,
            Enrolment enrolment) {
        List<ProgramProgress.Trained> trained = new ArrayList<>();
        Map<Place, UUID> begun = new LinkedHashMap<>();
        for (JsonObject workout : array(workouts).getValuesAs(JsonObject.class)) {
            Place.of(workout.getString("place"))
                    .filter(enrolment.program()::has)
                    .ifPresent(place -> {
                        if (workout.getBoolean("finished")) {
                            trained.add(new ProgramProgress.Trained(
                                    place,
                                    LocalDate.parse(workout.getString("on")),
                                    sets(
                                            workout.getJsonArray("sets"),
                                            enrolment.loading().unit())));
                        } else {
                            begun.put(place, UUID.fromString(workout.getString("workout")));
                        }
                    });
        }
        Set<Place> places = array(skipped).getValuesAs(JsonString.class).stream()
                .flatMap(place -> Place.of(place.getString()).filter(enrolment.program()::has).stream())
                .collect(Collectors.toSet());
        return new TrainingHistory(
                List.copyOf(trained), Map.copyOf(begun), places, byExercise(names), bars(byExercise(equipment)));
    }

    private static Map<UUID, Bar> bars(Map<UUID, String> equipment) {
        return equipment.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> Bar.of(entry.getValue())));
    }

    /** The bar of an exercise, or that there is none. */
    public Bar bar(UUID exercise) {
        return bars.getOrDefault(exercise, Bar.NONE);
    }

    private static Map<UUID, String> byExercise(@Nullable String json) {
        if (json == null) {
            return Map.of();
        }
        try (var reader = Json.createReader(new StringReader(json))) {
            JsonObject object = reader.readObject();
            return object.keySet().stream().collect(Collectors.toMap(UUID::fromString, object::getString));
        }
    }

    private static JsonArray array(@Nullable String json) {
        if (json == null) {
            return JsonValue.EMPTY_JSON_ARRAY;
        }
        try (var reader = Json.createReader(new StringReader(json))) {
            return reader.readArray();
        }
    }

    private static Map<UUID, List<DoneSet>> sets(JsonArray rows, WeightUnit unit) {
        return rows.getValuesAs(JsonArray.class).stream()
                .collect(Collectors.groupingBy(
                        row -> UUID.fromString(row.getString(0)),
                        Collectors.mapping(row -> set(row, unit), Collectors.toList())));
    }

    /** Exercise, kilograms, weight and unit as they were entered, repetitions, RPE. */
    private static DoneSet set(JsonArray row, WeightUnit unit) {
        return new DoneSet(
                number(row, 1)
                        .map(kilograms -> Decimals.plain(weight(row, kilograms, unit)))
                        .orElse(BigDecimal.ZERO),
                number(row, 4).map(BigDecimal::intValue).orElse(0),
                number(row, 5).orElse(null));
    }

    /** As it was entered where that is in the unit of the plates, so that 185 lb are 185 lb. */
    private static BigDecimal weight(JsonArray row, BigDecimal kilograms, WeightUnit unit) {
        return number(row, 2)
                .filter(entered -> row.getString(3, "").equals(unit.key()))
                .orElseGet(() -> unit.fromKilograms(kilograms));
    }

    private static Optional<BigDecimal> number(JsonArray row, int at) {
        return row.get(at) instanceof JsonNumber number ? Optional.of(number.bigDecimalValue()) : Optional.empty();
    }
}

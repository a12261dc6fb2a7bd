package app.primaryassistant.imports.control;

import static app.primaryassistant.platform.persistence.Parameters.with;

import app.primaryassistant.imports.control.row.ParsedRow;
import app.primaryassistant.imports.control.row.ParsedRow.ParsedExercise;
import app.primaryassistant.imports.control.row.ParsedRow.ParsedSet;
import app.primaryassistant.imports.control.row.ParsedRow.ParsedWorkout;
import app.primaryassistant.imports.control.row.ParsedRow.Remarks;
import app.primaryassistant.imports.entity.ContentKey;
import app.primaryassistant.imports.entity.Findings;
import app.primaryassistant.platform.persistence.Ids;
import app.primaryassistant.platform.persistence.Sql;
import app.primaryassistant.workouts.entity.WorkoutSet;
import jakarta.json.Json;
import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonGeneratorFactory;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Puts what is read from a file into the tables where it waits, some hundred rows at a time, each time by one statement.
 *
 * <p>Ids are given here, once for all rows of a workout or an exercise that follow one another; rows of one workout that stand
 * apart are brought together later by their content key.
 */
final class Staging implements Consumer<ParsedRow> {

    private static final int BATCH = 500;
    /** Of the rows that are refused. */
    static final int SHOWN = 100;

    private static final JsonGeneratorFactory JSON = Json.createGeneratorFactory(Map.of());

    private static final String VALUES = """
            insert into import_value (account_id, import_id, id, line, wanted_id, content_key, metric, value, entered_value,
                                      entered_unit, local_date, recorded_at, zone, note)
            select cast(:owner as uuid), cast(:import as uuid), v.*
            from jsonb_to_recordset(cast(:rows as jsonb))
                as v(id uuid, line integer, wanted_id uuid, content_key text, metric text, value numeric, entered_value numeric,
                     entered_unit text, local_date date, recorded_at timestamptz, zone text, note text)
            """;

    private static final String SETS = """
            insert into import_set (account_id, import_id, id, line, workout_id, wanted_id, content_key, local_date, started_at,
                                    ended_at, zone, type, title, duration_s, intensity, fatigue, soreness, note, coach_note,
                                    entry, entry_id, exercise_id, exercise, superset, entry_rest_s, entry_note,
                                    place, kind, reps, weight, entered_weight, entered_unit, rpe, rir, set_duration_s,
                                    distance_m, set_rest_s, done)
            select cast(:owner as uuid), cast(:import as uuid), s.*
            from jsonb_to_recordset(cast(:rows as jsonb))
                as s(id uuid, line integer, workout_id uuid, wanted_id uuid, content_key text, local_date date,
                     started_at timestamptz, ended_at timestamptz, zone text, type text, title text, duration_s integer,
                     intensity numeric, fatigue smallint, soreness smallint, note text, coach_note text,
                     entry integer, entry_id uuid, exercise_id uuid, exercise text, superset smallint,
                     entry_rest_s integer, entry_note text,
                     place smallint, kind text, reps smallint, weight numeric, entered_weight numeric, entered_unit text,
                     rpe numeric, rir smallint, set_duration_s integer, distance_m numeric, set_rest_s integer, done boolean)
            """;

    private final Sql sql;
    private final UUID owner;
    private final UUID id;
    private final List<ParsedRow.ParsedValue> values = new ArrayList<>();
    private final List<ParsedSet> sets = new ArrayList<>();
    private final List<Findings.Refusal> refusals = new ArrayList<>();
    private long refused;

    private String workout = "";
    private UUID workoutId = Ids.next();
    private int entry = -1;
    private UUID entryId = Ids.next();
    private int place;

    Staging(Sql sql, UUID owner, UUID id) {
        this.sql = sql;
        this.owner = owner;
        this.id = id;
    }

    @Override
    public void accept(ParsedRow outcome) {
        switch (outcome) {
            case ParsedRow.ParsedValue value -> values.add(value);
            case ParsedSet set -> sets.add(set);
            case ParsedRow.RefusedRow(long line, String reason) -> {
                refused++;
                if (refusals.size() < SHOWN) {
                    refusals.add(new Findings.Refusal(line, reason));
                }
            }
        }
        if (values.size() + sets.size() >= BATCH) {
            flush();
        }
    }

    /** Writes what is left. */
    void flush() {
        write(VALUES, values, this::write);
        write(SETS, sets, this::write);
    }

    /** Adds what was refused after it was read; {@code some} may be fewer than all of it. */
    void refuse(List<Findings.Refusal> some, long all) {
        refused += all;
        List<Findings.Refusal> together = Stream.concat(refusals.stream(), some.stream())
                .sorted(Comparator.comparingLong(Findings.Refusal::line))
                .limit(SHOWN)
                .toList();
        refusals.clear();
        refusals.addAll(together);
    }

    long refused() {
        return refused;
    }

    List<Findings.Refusal> refusals() {
        return refusals;
    }

    private interface Writing<T> {
        void write(JsonGenerator json, T row);
    }

    private <T> void write(String statement, List<T> rows, Writing<T> writing) {
        if (rows.isEmpty()) {
            return;
        }
        var text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartArray();
            for (T row : rows) {
                json.writeStartObject();
                writing.write(json, row);
                json.writeEnd();
            }
            json.writeEnd();
        }
        rows.clear();
        sql.update(statement, with("owner", owner).and("import", id).and("rows", text.toString()));
    }

    private void write(JsonGenerator json, ParsedRow.ParsedValue value) {
        json.write("id", Ids.next().toString());
        json.write("line", value.line());
        write(json, "wanted_id", value.id());
        json.write("content_key", ContentKey.of(value.key()));
        json.write("metric", value.metric());
        json.write("value", value.quantity().value());
        json.write("entered_value", value.quantity().enteredValue());
        json.write("entered_unit", value.quantity().enteredUnit());
        json.write("local_date", value.moment().localDate().toString());
        json.write("recorded_at", value.moment().recordedAt().toString());
        json.write("zone", value.moment().zone());
        write(json, "note", value.note());
    }

    private void write(JsonGenerator json, ParsedSet set) {
        ParsedWorkout session = set.workout();
        if (!session.key().equals(workout)) {
            workout = session.key();
            workoutId = Ids.next();
        }
        json.write("line", set.line());
        json.write("workout_id", workoutId.toString());
        write(json, session);
        set.entry().ifPresent(of -> write(json, of));
        set.set()
                .ifPresentOrElse(
                        performed -> write(json, performed),
                        () -> json.write("id", Ids.next().toString()));
    }

    private static void write(JsonGenerator json, ParsedWorkout session) {
        write(json, "wanted_id", session.id());
        json.write("content_key", ContentKey.of(session.key()));
        json.write("local_date", session.begun().localDate().toString());
        json.write("started_at", session.begun().recordedAt().toString());
        Instant ended =
                session.begun().recordedAt().plusSeconds(session.durationS().orElse(0));
        json.write(
                "ended_at", session.remarks().map(Remarks::ended).orElse(ended).toString());
        json.write("zone", session.begun().zone());
        json.write("title", session.title());
        write(json, "duration_s", session.durationS());
        write(json, "note", session.note());
        session.remarks().ifPresent(remarks -> {
            json.write("type", remarks.type().key());
            write(json, "intensity", remarks.intensity());
            write(json, "fatigue", remarks.fatigue());
            write(json, "soreness", remarks.soreness());
            write(json, "coach_note", remarks.coachNote());
        });
    }

    private void write(JsonGenerator json, ParsedExercise of) {
        if (of.number() != entry) {
            entry = of.number();
            entryId = Ids.next();
            place = 0;
        }
        json.write("entry", of.number());
        json.write("entry_id", entryId.toString());
        json.write("exercise", of.name());
        write(json, "exercise_id", of.exercise());
        write(json, "superset", of.superset());
        write(json, "entry_rest_s", of.restS());
        write(json, "entry_note", of.note());
    }

    private void write(JsonGenerator json, WorkoutSet set) {
        json.write("id", set.id().toString());
        json.write("place", ++place);
        json.write("kind", set.kind().key());
        json.write("done", set.done());
        write(json, "reps", set.reps());
        set.weight().ifPresent(weight -> {
            json.write("weight", weight.kilograms());
            json.write("entered_weight", weight.entered());
            json.write("entered_unit", weight.unit().key());
        });
        write(json, "rpe", set.rpe());
        write(json, "rir", set.rir());
        write(json, "set_duration_s", set.durationSeconds());
        write(json, "distance_m", set.distanceMetres());
        write(json, "set_rest_s", set.restSeconds());
    }

    private static void write(JsonGenerator json, String name, Optional<?> value) {
        value.ifPresent(present -> {
            switch (present) {
                case BigDecimal number -> json.write(name, number);
                case Integer number -> json.write(name, number);
                default -> json.write(name, present.toString());
            }
        });
    }
}

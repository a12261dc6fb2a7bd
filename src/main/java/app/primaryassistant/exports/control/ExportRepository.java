package app.primaryassistant.exports.control;

import static app.primaryassistant.platform.persistence.Parameters.with;

import app.primaryassistant.exports.entity.SpreadsheetText;
import app.primaryassistant.platform.persistence.Sql;
import app.primaryassistant.platform.persistence.TextRows;
import app.primaryassistant.platform.persistence.TextRows.Column;
import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes an account's history as CSV by RFC 4180, in UTF-8, some rows at a time. What it writes can be imported again and
 * changes nothing where it came from.
 *
 * <p>Text is written as {@link SpreadsheetText}. Numbers and dates stand as they are.
 */
@ApplicationScoped
public class ExportRepository {

    private static final String INSTANT = "to_char(%s at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')";

    private static final String MEASUREMENTS = """
            select id as measurement_id, local_date, %s as recorded_at, zone, metric, trim_scale(entered_value) as value,
                   entered_unit as unit, source, note
            from recorded_value where account_id = :owner
            order by local_date, recorded_at, id
            """.formatted(INSTANT.formatted("recorded_value.recorded_at"));

    private static final String WORKOUTS =
            """
            select w.id as workout_id, w.local_date, %s as started_at, %s as ended_at, w.zone, w.type, w.title, w.duration_s,
                   w.intensity, w.fatigue, w.soreness, w.note, w.coach_note,
                   e.position as exercise_position, e.exercise_id, k.name as exercise, e.superset, e.rest_s as exercise_rest_s,
                   e.note as exercise_note,
                   s.position as set_position, s.kind, s.reps, trim_scale(s.entered_weight) as weight, s.entered_unit as unit,
                   s.weight as weight_kg, s.rpe, s.rir, s.duration_s as set_duration_s, s.distance_m, s.rest_s as set_rest_s,
                   case when s.done then 'yes' when not s.done then 'no' end as done
            from logged_workout w
            left join logged_exercise e on e.account_id = w.account_id and e.workout_id = w.id
            left join known_exercise k on k.id = e.exercise_id
            left join logged_set s on s.account_id = e.account_id and s.workout_exercise_id = e.id
            where w.account_id = :owner and w.ended_at is not null
            order by w.local_date, w.started_at, w.id, e.position, s.position
            """.formatted(INSTANT.formatted("w.started_at"), INSTANT.formatted("w.ended_at"));

    @Inject
    private Sql sql;

    /** Every measurement, with what was entered, to the digit; oldest first. */
    public void measurements(UUID owner, OutputStream out) {
        write(MEASUREMENTS, owner, out);
    }

    /** Every set of every workout that has ended, oldest first. */
    public void workouts(UUID owner, OutputStream out) {
        write(WORKOUTS, owner, out);
    }

    private void write(String statement, UUID owner, OutputStream out) {
        sql.read(statement, with("owner", owner), rows -> {
            try (var csv = CsvWriter.builder().build(out, StandardCharsets.UTF_8)) {
                write(rows, csv);
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
        });
    }

    private static void write(TextRows rows, CsvWriter csv) {
        List<Column> columns = rows.columns();
        csv.writeRecord(columns.stream().map(Column::name).toList());
        rows.forEach(values -> {
            String[] cells = new String[values.length];
            for (int i = 0; i < cells.length; i++) {
                cells[i] = cell(values[i], columns.get(i).isText());
            }
            csv.writeRecord(cells);
        });
    }

    private static String cell(@Nullable String value, boolean isText) {
        if (value == null) {
            return "";
        }
        return isText ? SpreadsheetText.guarded(value) : value;
    }
}

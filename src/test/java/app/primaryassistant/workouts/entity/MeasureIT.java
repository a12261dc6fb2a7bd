package app.primaryassistant.workouts.entity;

import static org.assertj.core.api.Assertions.assertThat;

import app.primaryassistant.support.Application;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tables allow what the program allows. */
class MeasureIT {

    private static final Pattern RANGE = Pattern.compile(">= \\(?'?(-?[\\d.]+).*<= \\(?'?(-?[\\d.]+)");

    @ParameterizedTest
    @CsvSource({
        "workout_set, reps, REPS",
        "workout_set, weight, ADDED_WEIGHT",
        "workout_set, rpe, RPE",
        "workout_set, rir, RIR",
        "workout_set, duration_s, DURATION",
        "workout_set, distance_m, DISTANCE",
        "workout_set, rest_s, REST",
        "workout_exercise, rest_s, REST",
        "workout_exercise, superset, SUPERSET",
        "workout, intensity, INTENSITY",
        "workout, fatigue, FATIGUE",
        "workout, soreness, SORENESS",
    })
    void aColumnHasTheRangeOfItsMeasure(String table, String column, Measure measure) throws SQLException {
        try (var connection = Application.running().database().asOwner();
                var statement = connection.prepareStatement(
                        "select pg_get_constraintdef(oid) from pg_constraint where conrelid = ?::regclass and conname = ?")) {
            statement.setString(1, table);
            statement.setString(2, table + "_" + column + "_check");
            try (var rows = statement.executeQuery()) {
                assertThat(rows.next()).isTrue();
                Matcher range = RANGE.matcher(rows.getString(1));
                assertThat(range.find()).as(rows.getString(1)).isTrue();
                assertThat(new BigDecimal(range.group(1))).isEqualByComparingTo(measure.low());
                assertThat(new BigDecimal(range.group(2))).isEqualByComparingTo(measure.high());
            }
        }
    }
}

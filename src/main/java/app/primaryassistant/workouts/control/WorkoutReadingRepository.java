package app.primaryassistant.workouts.control;

import app.primaryassistant.platform.vocabulary.Keyed;
import app.primaryassistant.platform.persistence.PlainSql;
import app.primaryassistant.workouts.entity.ProgramSession;
import app.primaryassistant.workouts.entity.Workout;
import app.primaryassistant.workouts.entity.WorkoutExercise;
import app.primaryassistant.workouts.entity.WorkoutSet;
import app.primaryassistant.workouts.entity.WorkoutType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Whole workouts, each read by one statement: a row for each of its exercises, the sets of which come as one JSON array. */
@ApplicationScoped
public class WorkoutReadingRepository {

    private static final String COLUMNS =
            """
            select w.id, w.local_date, w.started_at, w.zone, w.ended_at, w.type, w.title, w.duration_s, w.intensity, w.fatigue,
                   w.soreness, w.note, w.coach_note, w.source, w.deleted_at is not null, w.version, w.enrolment_id, w.program_place,
                   e.id, e.exercise_id, x.name, x.tracking, e.superset, e.rest_s, e.note,
                   (select json_agg(s order by s.position, s.id) from workout_set s
                    where s.account_id = e.account_id and s.workout_exercise_id = e.id)""";

    private static final String EXERCISES =
            """

            left join workout_exercise e on e.account_id = w.account_id and e.workout_id = w.id
            left join known_exercise x on x.id = e.exercise_id and (x.account_id is null or x.account_id = e.account_id)
            left join lateral body_lifted(w.account_id, 'bodyweight-reps', w.local_date) b on true
            """;

    private static final String FIND = COLUMNS
            + ", null::uuid, null::date, null::json, b.kilograms, b.measured_on from workout w"
            + EXERCISES
            + "where w.account_id = ? and w.id = ? order by e.position, e.id";

    private static final String GOING_ON = COLUMNS
            + """
              , last.workout_id, last.local_date, last.sets, b.kilograms, b.measured_on
              from (
                  select * from workout where account_id = ? and ended_at is null and deleted_at is null
                  order by started_at desc limit 1
              ) w"""
            + EXERCISES
            + """
              left join lateral (
                  select o.workout_id, o.local_date,
                         (select json_agg(s order by s.position, s.id) from workout_set s
                          where s.account_id = o.account_id and s.workout_exercise_id = o.id and s.done) as sets
                  from workout_exercise o
                  where o.account_id = e.account_id and o.exercise_id = e.exercise_id and o.workout_id <> w.id
                    and (o.local_date, o.started_at) <= (w.local_date, w.started_at)
                    and (select b.deleted_at is null from workout b where b.account_id = o.account_id and b.id = o.workout_id)
                    and (select bool_or(s.done) from workout_set s where s.account_id = o.account_id and s.workout_exercise_id = o.id)
                  order by o.local_date desc, o.started_at desc, o.id desc limit 1
              ) last on true
              order by e.position, e.id
              """;

    /** An exercise of a workout, with what it is called and how its sets are written down. */
    public record Entry(WorkoutExercise exercise, String name, String tracking, Optional<LastTime> lastTime) {}

    /** The sets that were done of an exercise when it was last done before. */
    public record LastTime(UUID workout, LocalDate localDate, List<WorkoutSet> sets) {

        static Optional<LastTime> from(ResultSet row, int column) throws SQLException {
            UUID workout = (UUID) row.getObject(column);
            return workout == null
                    ? Optional.empty()
                    : Optional.of(new LastTime(
                            workout,
                            LocalDate.parse(row.getString(column + 1)),
                            WorkoutJson.sets(row.getString(column + 2))));
        }
    }

    /** What the body weighed when that was last measured, in kg. */
    public record BodyWeight(BigDecimal kilograms, LocalDate measuredOn) {}

    /**
     * A workout as it stands.
     *
     * @param bodyWeight of its day, which its sets lifted in exercises that lift the body; empty if nobody said it
     */
    public record Stored(
            Workout workout,
            List<Entry> entries,
            Optional<BodyWeight> bodyWeight,
            String source,
            boolean deleted,
            int version) {}

    @Inject
    private PlainSql sql;

    /** Also one that is deleted and not yet purged. */
    public Optional<Stored> find(UUID owner, UUID id) {
        return whole(sql.list(FIND, Row::from, owner, id));
    }

    /** The workout that is going on, the one begun last if there are several, with each exercise's last time. */
    public Optional<Stored> goingOn(UUID owner) {
        return whole(sql.list(GOING_ON, Row::from, owner));
    }

    private static Optional<Stored> whole(List<Row> rows) {
        List<Entry> entries = rows.stream().flatMap(row -> row.entry.stream()).toList();
        return rows.stream().findFirst().map(row -> new Stored(
                row.workout.apply(entries.stream().map(Entry::exercise).toList()),
                entries, row.bodyWeight, row.source, row.deleted, row.version));
    }

    private interface Unfinished {
        Workout apply(List<WorkoutExercise> exercises);
    }

    private record Row(
            Unfinished workout,
            Optional<BodyWeight> bodyWeight,
            String source,
            boolean deleted,
            int version,
            Optional<Entry> entry) {

        static Row from(ResultSet row) throws SQLException {
            String measuredOn = row.getString(31);
            Optional<BodyWeight> bodyWeight = Optional.ofNullable(row.getBigDecimal(30))
                    .map(kilograms -> new BodyWeight(kilograms, LocalDate.parse(measuredOn)));
            return new Row(workout(row), bodyWeight, row.getString(14), row.getBoolean(15), row.getInt(16), entry(row));
        }

        private static Unfinished workout(ResultSet row) throws SQLException {
            var id = (UUID) row.getObject(1);
            var place = row.getString(18);
            var localDate = LocalDate.parse(row.getString(2));
            var startedAt = row.getTimestamp(3).toInstant();
            var zone = row.getString(4);
            Optional<Instant> endedAt = Optional.ofNullable(row.getTimestamp(5)).map(Timestamp::toInstant);
            var type = Keyed.of(WorkoutType.class, row.getString(6));
            var title = Optional.ofNullable(row.getString(7));
            var duration = whole(row, 8);
            Optional<BigDecimal> intensity = Optional.ofNullable(row.getBigDecimal(9));
            var fatigue = whole(row, 10);
            var soreness = whole(row, 11);
            var note = Optional.ofNullable(row.getString(12));
            var coachNote = Optional.ofNullable(row.getString(13));
            Optional<ProgramSession> program = Optional.ofNullable((UUID) row.getObject(17))
                    .map(enrolment -> new ProgramSession(enrolment, place));
            return exercises -> new Workout(
                    id, localDate, startedAt, zone, endedAt, type, title, duration, intensity, fatigue, soreness, note, coachNote,
                    program, exercises);
        }

        private static Optional<Entry> entry(ResultSet row) throws SQLException {
            UUID id = (UUID) row.getObject(19);
            if (id == null) {
                return Optional.empty();
            }
            var exercise = new WorkoutExercise(
                    id,
                    (UUID) row.getObject(20),
                    whole(row, 23),
                    whole(row, 24),
                    Optional.ofNullable(row.getString(25)),
                    WorkoutJson.sets(row.getString(26)));
            return Optional.of(new Entry(exercise, row.getString(21), row.getString(22), LastTime.from(row, 27)));
        }

        private static Optional<Integer> whole(ResultSet row, int column) throws SQLException {
            int number = row.getInt(column);
            return row.wasNull() ? Optional.empty() : Optional.of(number);
        }
    }
}

package app.primaryassistant.workouts.control;

import static app.primaryassistant.platform.persistence.Parameters.with;

import app.primaryassistant.platform.persistence.Parameters;
import app.primaryassistant.platform.persistence.Sql;
import app.primaryassistant.workouts.entity.ProgramSession;
import app.primaryassistant.workouts.entity.Workout;
import app.primaryassistant.workouts.entity.WorkoutExercise;
import app.primaryassistant.workouts.entity.WorkoutSet;
import app.primaryassistant.workouts.entity.WorkoutType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whole workouts, each read by one statement: a row for each of its exercises, the sets of which come as one JSON array. */
@ApplicationScoped
public class WorkoutReadingRepository {

    private static final String COLUMNS = """
            select w.id, w.local_date, w.started_at, w.zone, w.ended_at, w.type, w.title, w.duration_s as duration_seconds,
                   w.intensity, w.fatigue, w.soreness, w.note, w.coach_note,
                   w.enrolment_id as enrolment, w.program_place as place,
                   w.source, w.deleted_at is not null as deleted, w.version,
                   w.body_weight as kilograms, w.weighed_on as measured_on,
                   e.id as entry, e.exercise_id as exercise, x.name, x.tracking, e.superset, e.rest_s as rest_seconds,
                   e.note as entry_note,
                   (select json_agg(s order by s.position, s.id) from workout_set s
                    where s.account_id = e.account_id and s.workout_exercise_id = e.id) as sets""";

    private static final String EXERCISES = """

            left join workout_exercise e on e.account_id = w.account_id and e.workout_id = w.id
            left join exercises_of(e.account_id) x on x.id = e.exercise_id
            """;

    private static final String FIND = COLUMNS
            + ", null::uuid as last_workout, null::date as last_date, null::json as last_sets from workout w"
            + EXERCISES
            + "where w.account_id = :owner and w.id = :id order by e.position, e.id";

    private static final String GOING_ON = COLUMNS + """
              , last.workout_id as last_workout, last.local_date as last_date, last.sets as last_sets
              from (
                  select * from workout where account_id = :owner and ended_at is null and deleted_at is null
                  order by started_at desc limit 1
              ) w""" + EXERCISES + """
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
    public record LoggedExercise(WorkoutExercise exercise, String name, String tracking, Optional<LastTime> lastTime) {}

    /** The sets that were done of an exercise when it was last done before. */
    public record LastTime(UUID workout, LocalDate localDate, List<WorkoutSet> sets) {}

    /** What the body weighed when that was last measured, in kg. */
    public record BodyWeight(BigDecimal kilograms, LocalDate measuredOn) {}

    /**
     * A workout as it stands.
     *
     * @param bodyWeight of its day, which its sets lifted in exercises that lift the body; empty if nobody said it
     */
    public record Stored(
            Workout workout,
            List<LoggedExercise> entries,
            Optional<BodyWeight> bodyWeight,
            String source,
            boolean deleted,
            int version) {}

    @Inject
    private Sql sql;

    /** Also one that is deleted and not yet purged. */
    public Optional<Stored> find(UUID owner, UUID id) {
        return stored(FIND, with("owner", owner).and("id", id));
    }

    /** The workout that is going on, the one begun last if there are several, with each exercise's last time. */
    public Optional<Stored> goingOn(UUID owner) {
        return stored(GOING_ON, with("owner", owner));
    }

    private Optional<Stored> stored(String statement, Parameters parameters) {
        List<WorkoutRow> rows = sql.list(statement, WorkoutRow.class, parameters);
        List<LoggedExercise> entries = rows.stream()
                .flatMap(row -> row.entry.stream())
                .map(EntryColumns::toEntry)
                .toList();
        return rows.stream()
                .findFirst()
                .map(row -> new Stored(
                        row.workout.with(
                                entries.stream().map(LoggedExercise::exercise).toList()),
                        entries,
                        row.bodyWeight,
                        row.source,
                        row.deleted,
                        row.version));
    }

    /** All but the entry is the same in every row. */
    private record WorkoutRow(
            WorkoutColumns workout,
            Optional<BodyWeight> bodyWeight,
            String source,
            boolean deleted,
            int version,
            Optional<EntryColumns> entry) {}

    private record WorkoutColumns(
            UUID id,
            LocalDate localDate,
            Instant startedAt,
            String zone,
            Optional<Instant> endedAt,
            WorkoutType type,
            Optional<String> title,
            Optional<Integer> durationSeconds,
            Optional<BigDecimal> intensity,
            Optional<Integer> fatigue,
            Optional<Integer> soreness,
            Optional<String> note,
            Optional<String> coachNote,
            Optional<ProgramSession> program) {

        Workout with(List<WorkoutExercise> exercises) {
            return new Workout(
                    id,
                    localDate,
                    startedAt,
                    zone,
                    endedAt,
                    type,
                    title,
                    durationSeconds,
                    intensity,
                    fatigue,
                    soreness,
                    note,
                    coachNote,
                    program,
                    exercises);
        }
    }

    private record EntryColumns(
            UUID entry,
            UUID exercise,
            String name,
            String tracking,
            Optional<Integer> superset,
            Optional<Integer> restSeconds,
            Optional<String> entryNote,
            @Nullable String sets,
            Optional<LastTimeColumns> lastTime) {

        LoggedExercise toEntry() {
            return new LoggedExercise(
                    new WorkoutExercise(entry, exercise, superset, restSeconds, entryNote, WorkoutJson.sets(sets)),
                    name,
                    tracking,
                    lastTime.map(LastTimeColumns::toLastTime));
        }
    }

    private record LastTimeColumns(UUID lastWorkout, LocalDate lastDate, String lastSets) {

        LastTime toLastTime() {
            return new LastTime(lastWorkout, lastDate, WorkoutJson.sets(lastSets));
        }
    }
}

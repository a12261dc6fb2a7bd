package app.primaryassistant.workouts.control;

import static app.primaryassistant.platform.persistence.Parameters.with;

import app.primaryassistant.platform.persistence.DatabaseUnavailable;
import app.primaryassistant.platform.persistence.Sql;
import app.primaryassistant.platform.problem.Problem;
import app.primaryassistant.platform.problem.Violation;
import app.primaryassistant.workouts.entity.Workout;
import app.primaryassistant.workouts.entity.WorkoutExercise;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An account's workouts, each written in one statement, whatever it holds. */
@ApplicationScoped
public class WorkoutRepository {

    /** The workout itself: made where no version is said, else changed if that version stands. */
    private static final String WHOLE = """
            with said as (
                select w.*, cast(:owner as uuid) as account_id, cast(:version as integer) as version
                from jsonb_to_record(cast(:workout as jsonb)) as w(
                    id uuid, local_date date, started_at timestamptz, zone text, ended_at timestamptz, type text, title text,
                    duration_s integer, intensity numeric, fatigue smallint, soreness smallint, note text, coach_note text,
                    enrolment_id uuid, program_place text, exercises jsonb)
            ), made as (
                insert into workout (account_id, id, local_date, started_at, zone, ended_at, type, title, duration_s, intensity,
                                     fatigue, soreness, note, coach_note, enrolment_id, program_place, source, version)
                select account_id, id, local_date, started_at, zone, ended_at, type, title, duration_s, intensity, fatigue,
                       soreness, note, coach_note, enrolment_id, program_place, 'typed', 1
                from said where version is null
                on conflict do nothing returning account_id, id, local_date, started_at, version
            ), changed as (
                update workout w
                set local_date = s.local_date, started_at = s.started_at, zone = s.zone, ended_at = s.ended_at, type = s.type,
                    title = s.title, duration_s = s.duration_s, intensity = s.intensity, fatigue = s.fatigue,
                    soreness = s.soreness, note = s.note, coach_note = s.coach_note,
                    enrolment_id = s.enrolment_id, program_place = s.program_place, version = w.version + 1
                from said s
                where w.account_id = s.account_id and w.id = s.id and w.version = s.version and w.deleted_at is null
                returning w.account_id, w.id, w.local_date, w.started_at, w.version
            ), kept as (
                select * from made union all select * from changed
            ), named as (
                select kept.account_id, kept.id as workout_id, kept.local_date, kept.started_at, e.*
                from kept cross join said cross join jsonb_to_recordset(said.exercises) as e(
                    id uuid, exercise_id uuid, position smallint, superset smallint, rest_s integer, note text, sets jsonb)
            ), gone as (
                delete from workout_exercise e using kept
                where e.account_id = kept.account_id and e.workout_id = kept.id
                  and not exists (select from named n where n.id = e.id)
            ),""";

    /** One more exercise at the end of a workout, or, where it stands in it already, in its old place. */
    private static final String ONE_MORE = """
            with kept as (
                update workout set version = version + 1
                where account_id = :owner and id = :workout and deleted_at is null
                returning account_id, id, local_date, started_at, version
            ), named as (
                select kept.account_id, kept.id as workout_id, kept.local_date, kept.started_at, e.*,
                       coalesce((select o.position from workout_exercise o where o.account_id = kept.account_id and o.id = e.id),
                                (select coalesce(max(o.position), 0) + 1 from workout_exercise o
                                 where o.account_id = kept.account_id and o.workout_id = kept.id)) as position
                from kept cross join jsonb_to_record(cast(:exercise as jsonb)) as e(
                    id uuid, exercise_id uuid, superset smallint, rest_s integer, note text, sets jsonb)
            ),""";

    /**
     * The exercises of {@code named} and their sets, replacing what stands under the same ids in the same workout. What names
     * no known exercise, or has an id of another workout, is left out, and so is a weight below zero where it is no help; the
     * caller sees it by the counts.
     */
    private static final String WITH_EXERCISES = """
             entry as (
                select n.*, x.tracking from named n
                join exercises_of(n.account_id) x on x.id = n.exercise_id
                where n.position <= 60
            ), saved_entry as (
                insert into workout_exercise as o (account_id, id, workout_id, local_date, started_at, exercise_id, position,
                                                   superset, rest_s, note)
                select account_id, id, workout_id, local_date, started_at, exercise_id, position, superset, rest_s, note from entry
                on conflict (account_id, id) do update
                set local_date = excluded.local_date, started_at = excluded.started_at, exercise_id = excluded.exercise_id,
                    position = excluded.position, superset = excluded.superset, rest_s = excluded.rest_s, note = excluded.note
                where o.workout_id = excluded.workout_id
                returning 1
            ), wanted_set as (
                select entry.account_id, entry.workout_id, entry.id as workout_exercise_id, s.*
                from entry cross join jsonb_to_recordset(entry.sets) as s(
                    id uuid, position smallint, kind text, reps smallint, weight numeric, entered_weight numeric,
                    entered_unit text, rpe numeric, rir smallint, duration_s integer, distance_m numeric, rest_s integer, done boolean)
                where entry.tracking = 'bodyweight-reps' or s.weight is null or s.weight >= 0
            ), gone_set as (
                delete from workout_set s using entry
                where s.account_id = entry.account_id and s.workout_exercise_id = entry.id
                  and not exists (select from wanted_set w where w.id = s.id)
            ), saved_set as (
                insert into workout_set as o (account_id, id, workout_exercise_id, position, kind, reps, weight, entered_weight,
                                              entered_unit, rpe, rir, duration_s, distance_m, rest_s, done)
                select account_id, id, workout_exercise_id, position, kind, reps, weight, entered_weight, entered_unit, rpe, rir,
                       duration_s, distance_m, rest_s, done
                from wanted_set
                on conflict (account_id, id) do update
                set workout_exercise_id = excluded.workout_exercise_id, position = excluded.position, kind = excluded.kind,
                    reps = excluded.reps, weight = excluded.weight, entered_weight = excluded.entered_weight,
                    entered_unit = excluded.entered_unit, rpe = excluded.rpe, rir = excluded.rir,
                    duration_s = excluded.duration_s, distance_m = excluded.distance_m, rest_s = excluded.rest_s,
                    done = excluded.done
                where exists (select from workout_exercise e join kept on kept.account_id = e.account_id and kept.id = e.workout_id
                              where e.account_id = o.account_id and e.id = o.workout_exercise_id)
                returning 1
            )
            select version, (select count(*) from saved_entry) as exercises, (select count(*) from saved_set) as sets from kept
            """;

    private static final String UNKNOWN = """
            select asked from unnest(cast(:exercises as uuid[])) as asked
            where not exists (select from exercises_of(:owner) x where x.id = asked)
            """;

    private static final String LIFTING_THE_BODY = """
            select id from exercises_of(:owner) where id = any (cast(:exercises as uuid[])) and tracking = 'bodyweight-reps'
            """;

    private static final String PROGRAM = "workout_account_id_enrolment_id_fkey";

    private static final String DELETE = """
            update workout set deleted_at = :now, version = version + 1
            where account_id = :owner and id = :id and deleted_at is null
            """;

    private static final String RESTORE = """
            update workout set deleted_at = null, version = version + 1
            where account_id = :owner and id = :id and deleted_at is not null
            """;

    /** What was written: the workout's new version, and how many of its parts. */
    record Written(int version, int exercises, int sets) {}

    @Inject
    private Sql sql;

    /**
     * Writes a whole workout; empty if it was made already, or changed meanwhile.
     *
     * @param version the one that is to be changed; none to make a new workout
     * @throws Problem if it says to be of a program that the account neither follows nor has followed
     */
    Optional<Written> write(UUID owner, @Nullable Integer version, Workout workout) {
        try {
            return sql.first(
                    WHOLE + WITH_EXERCISES,
                    Written.class,
                    with("owner", owner).and("version", version).and("workout", WorkoutJson.of(workout)));
        } catch (DatabaseUnavailable refused) {
            throw refused.violates(PROGRAM)
                    ? Problem.invalid(
                            Violation.body("program.enrolmentId", "must be a program that you follow or have followed"))
                    : refused;
        }
    }

    /** Adds an exercise; empty if there is no such workout. */
    Optional<Written> add(UUID owner, UUID workout, WorkoutExercise exercise) {
        return sql.first(
                ONE_MORE + WITH_EXERCISES,
                Written.class,
                with("owner", owner).and("workout", workout).and("exercise", WorkoutJson.of(exercise)));
    }

    /** Those of the ids that belong to no exercise the account knows. */
    List<UUID> unknownExercises(UUID owner, List<UUID> exercises) {
        return sql.list(UNKNOWN, UUID.class, with("owner", owner).and("exercises", exercises));
    }

    /** Those of the ids that belong to exercises which lift the body. */
    List<UUID> liftingTheBody(UUID owner, List<UUID> exercises) {
        return sql.list(LIFTING_THE_BODY, UUID.class, with("owner", owner).and("exercises", exercises));
    }

    /** Returns whether there was one to delete. It can be restored until the nightly purge 30 days later. */
    public boolean delete(UUID owner, UUID id, Instant now) {
        return sql.update(DELETE, with("owner", owner).and("id", id).and("now", now)) > 0;
    }

    /** Returns whether there was a deleted one. */
    public boolean restore(UUID owner, UUID id) {
        return sql.update(RESTORE, with("owner", owner).and("id", id)) > 0;
    }
}

package app.primaryassistant.workouts.control;

import static app.primaryassistant.platform.persistence.Parameters.with;

import app.primaryassistant.platform.persistence.RowSource;
import app.primaryassistant.platform.persistence.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;

/** Workouts by the thousand: what an import brings, and takes away again. */
@ApplicationScoped
public class ImportedWorkoutRepository {

    /**
     * Of a row {@code s} with {@code account_id}, {@code content_key} and {@code wanted_id}: whether its workout is there
     * already, or was and has been deleted.
     */
    public static final String IS_THERE = """
            (exists (select from workout w where w.account_id = s.account_id and w.content_key = s.content_key)
             or exists (select from workout w where w.account_id = s.account_id and w.id = s.wanted_id and w.deleted_at is null))
            """;

    private static final String ADD = """
            insert into workout (account_id, id, local_date, started_at, zone, ended_at, type, title, duration_s, intensity,
                                 fatigue, soreness, note, coach_note, source, content_key, import_id, version)
            select s.account_id,
                   case when s.wanted_id is null
                          or exists (select from workout w where w.account_id = s.account_id and w.id = s.wanted_id)
                        then s.id else s.wanted_id end,
                   s.local_date, s.started_at, s.zone, s.ended_at, s.type, s.title, s.duration_s, s.intensity, s.fatigue,
                   s.soreness, s.note, s.coach_note, 'file', s.content_key, s.import_id, 1
            from (%s) s
            where not %s
            """;

    private static final String ADD_EXERCISES = """
            insert into workout_exercise (account_id, id, workout_id, local_date, started_at, exercise_id, position, superset,
                                          rest_s, note)
            select e.account_id, e.id, w.id, w.local_date, w.started_at, e.exercise_id, e.position, e.superset, e.rest_s, e.note
            from (%s) e
            join workout w on w.account_id = e.account_id and w.import_id = e.import_id and w.content_key = e.content_key
            """;

    /**
     * Each set looks its exercise up, one by one: as long as PostgreSQL has not analyzed what an import has just written, it
     * expects a handful of rows, and a join takes minutes.
     */
    private static final String ADD_SETS = """
            insert into workout_set (account_id, id, workout_exercise_id, position, kind, reps, weight, entered_weight,
                                     entered_unit, rpe, rir, duration_s, distance_m, rest_s, done)
            select s.account_id, s.id, e.id, s.position, s.kind, s.reps, s.weight, s.entered_weight, s.entered_unit, s.rpe, s.rir,
                   s.duration_s, s.distance_m, s.rest_s, s.done
            from (%s) s
            cross join lateral (
                select id from workout_exercise where account_id = s.account_id and id = s.workout_exercise_id limit 1
            ) e
            """;

    private static final String SUM_UP = """
            select sum_up_workouts(:owner, array(select id from workout where account_id = :owner and import_id = :import))
            """;

    private static final String DELETE = """
            update workout
            set deleted_at = coalesce(deleted_at, cast(:now as timestamptz)), content_key = null,
                superseded_by = null, superseded_key = null, version = version + 1
            where account_id = :owner and import_id = :import
            """;

    @Inject
    private Sql sql;

    /**
     * Adds those that are not there; returns how many.
     *
     * @param rows with {@code account_id, id, wanted_id, content_key, local_date, started_at, zone, ended_at, type, title,
     *     duration_s, intensity, fatigue, soreness, note, coach_note, import_id}, of each content key one
     */
    public int add(RowSource rows) {
        return sql.update(ADD.formatted(rows.query(), IS_THERE), rows.parameters());
    }

    /**
     * Adds the exercises of those that were added.
     *
     * @param rows with {@code account_id, id, import_id, content_key, exercise_id, position, superset, rest_s, note}
     */
    public void addExercises(RowSource rows) {
        sql.update(ADD_EXERCISES.formatted(rows.query()), rows.parameters());
    }

    /**
     * Adds the sets of exercises that were added; returns how many.
     *
     * @param rows with {@code workout_exercise_id} and the other columns of {@code workout_set}
     */
    public int addSets(RowSource rows) {
        return sql.update(ADD_SETS.formatted(rows.query()), rows.parameters());
    }

    /** Writes what the workouts of an import add up to, once all of them is there. */
    public void sumUp(UUID owner, UUID importId) {
        sql.call(SUM_UP, with("owner", owner).and("import", importId));
    }

    /** Deletes what an import brought; the same file can then be imported anew. */
    public void delete(UUID owner, UUID importId, Instant now) {
        sql.update(DELETE, with("owner", owner).and("import", importId).and("now", now));
    }
}

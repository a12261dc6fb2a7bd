package app.primaryassistant.imports.control;

import static app.primaryassistant.platform.persistence.Parameters.with;

import app.primaryassistant.exercises.control.ExerciseRepository;
import app.primaryassistant.platform.persistence.Parameters;
import app.primaryassistant.platform.persistence.Sql;
import app.primaryassistant.imports.entity.StoredImport.Result;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import java.util.function.IntConsumer;

/**
 * Writes the rows that wait where they belong, and takes them back. All of it is a few statements over sets of rows; only the
 * rows themselves go in portions, so that somebody can see how far it is.
 */
@ApplicationScoped
public class ImportWriter {

    /** Lines of the file that are written by one statement. */
    private static final int PORTION = 2_000;

    /** Programs name the exercises that a machine or a band helps with so, and write the help down as a weight above zero. */
    private static final String ASSISTED = "\\massisted\\M";

    private static final String OBSERVATIONS =
            """
            insert into observation (account_id, id, metric, value, entered_value, entered_unit, local_date, recorded_at, zone,
                                     source, content_key, note, import_id, version)
            select v.account_id,
                   case when v.wanted_id is null
                          or exists (select from observation o where o.account_id = v.account_id and o.id = v.wanted_id)
                        then v.id else v.wanted_id end,
                   v.metric, v.value, v.entered_value, v.entered_unit, v.local_date, v.recorded_at, v.zone,
                   'file', v.content_key, v.note, v.import_id, 1
            from (select distinct on (content_key) * from import_value
                  where account_id = :owner and import_id = :import and line > :after and line <= :last
                  order by content_key, line) v
            where not %s
            """
                    .formatted(StagedRowRepository.VALUE_IS_THERE);

    private static final String OWN_EXERCISES =
            """
            insert into own_exercise (account_id, id, name, category, primary_muscles, secondary_muscles, instructions,
                                      tracking, import_id, version)
            select cast(:owner as uuid), n.exercise, n.name,
                   case when bool_and(s.distance_m is not null and s.reps is null) then 'cardio' else 'strength' end,
                   '{}', '{}', '{}',
                   case when bool_or(s.weight < 0) then 'bodyweight-reps'
                        when bool_or(s.weight is not null) and n.name ~* '%s' then 'bodyweight-reps'
                        when bool_or(s.weight is not null) then 'weight-reps'
                        when bool_or(s.reps is not null) then 'reps'
                        when bool_or(s.distance_m is not null) then 'distance-duration'
                        else 'duration' end,
                   cast(:import as uuid), 1
            from jsonb_to_recordset(cast(:names as jsonb)) as n(name text, exercise uuid, made boolean)
            join import_set s on s.account_id = :owner and s.import_id = :import and s.exercise = n.name
            where n.made and not %s
            group by n.exercise, n.name
            """
                    .formatted(ASSISTED, StagedRowRepository.WORKOUT_IS_THERE);

    private static final String WORKOUTS =
            """
            insert into workout (account_id, id, local_date, started_at, zone, ended_at, type, title, duration_s, intensity,
                                 fatigue, soreness, note, coach_note, source, content_key, import_id, version)
            select s.account_id,
                   case when s.wanted_id is null
                          or exists (select from workout w where w.account_id = s.account_id and w.id = s.wanted_id)
                        then s.workout_id else s.wanted_id end,
                   s.local_date, s.started_at, s.zone, s.ended_at,
                   coalesce(s.type, case when s.moves then 'cardio' else 'strength' end),
                   nullif(s.title, ''), s.duration_s, s.intensity, s.fatigue, s.soreness, s.note, s.coach_note,
                   'file', s.content_key, s.import_id, 1
            from (select distinct on (content_key) *,
                         bool_and(distance_m is not null and reps is null) over (partition by content_key) as moves
                  from import_set where account_id = :owner and import_id = :import order by content_key, line) s
            where not %s
            """
                    .formatted(StagedRowRepository.WORKOUT_IS_THERE);

    private static final String EXERCISES =
            """
            insert into workout_exercise (account_id, id, workout_id, local_date, started_at, exercise_id, position, superset,
                                          rest_s, note)
            select e.account_id, e.entry_id, w.id, w.local_date, w.started_at, n.exercise, e.position, e.superset, e.entry_rest_s,
                   e.entry_note
            from (select distinct on (entry) *, dense_rank() over (partition by content_key order by entry) as position
                  from import_set where account_id = :owner and import_id = :import and entry is not null
                  order by entry, line) e
            join workout w on w.account_id = e.account_id and w.import_id = e.import_id and w.content_key = e.content_key
            join jsonb_to_recordset(cast(:names as jsonb)) as n(name text, exercise uuid) on n.name = e.exercise
            """;

    /**
     * Help is below zero here, and stands so in an own file already. Where the body is not lifted nothing can help it: such a
     * weight means nothing, and is left out. Each set looks its exercise up, one by one: as long as PostgreSQL has not analyzed
     * what an import has just staged, it expects a handful of rows, and a join takes minutes.
     */
    private static final String SETS =
            """
            insert into workout_set (account_id, id, workout_exercise_id, position, kind, reps, weight, entered_weight,
                                     entered_unit, rpe, rir, duration_s, distance_m, rest_s, done)
            select s.account_id, s.id, e.id, s.place, s.kind, s.reps, s.weight * h.sign, s.entered_weight * h.sign,
                   case when h.sign is not null then s.entered_unit end, s.rpe, s.rir, s.set_duration_s,
                   s.distance_m, s.set_rest_s, s.done
            from import_set s
            cross join lateral (
                select id, exercise_id from workout_exercise where account_id = s.account_id and id = s.entry_id limit 1
            ) e
            join exercises_of(:owner) k on k.id = e.exercise_id
            cross join lateral (
                select case when k.tracking = 'bodyweight-reps' and s.wanted_id is null and s.weight > 0
                                 and s.exercise ~* '%s' then -1
                            when k.tracking <> 'bodyweight-reps' and s.weight < 0 then null else 1 end as sign
            ) h
            where s.account_id = :owner and s.import_id = :import and s.line > :after and s.line <= :last and s.kind is not null
            """
                    .formatted(ASSISTED);

    private static final String UNDO =
            """
            with measured as (
                update observation
                set deleted_at = coalesce(deleted_at, cast(:now as timestamptz)), content_key = null, version = version + 1
                where account_id = :owner and import_id = :import
            ), trained as (
                update workout
                set deleted_at = coalesce(deleted_at, cast(:now as timestamptz)), content_key = null,
                    superseded_by = null, superseded_key = null, version = version + 1
                where account_id = :owner and import_id = :import
            )
            update own_exercise x
            set deleted_at = coalesce(deleted_at, cast(:now as timestamptz)), version = version + 1
            where account_id = :owner and import_id = :import
              and not exists (select from workout_exercise e
                              join workout w on w.account_id = e.account_id and w.id = e.workout_id
                              where e.account_id = x.account_id and e.own_exercise_id = x.id
                                and w.deleted_at is null and w.import_id is distinct from x.import_id)
            """;

    private static final String LAST_LINE =
            """
            select greatest((select coalesce(max(line), 0) from import_value where account_id = :owner and import_id = :import),
                            (select coalesce(max(line), 0) from import_set where account_id = :owner and import_id = :import))
            """;

    @Inject
    private Sql sql;

    @Inject
    private ExerciseRepository exercises;

    /** Lets only one import of an account write at a time: two of the same file would both find nothing there. */
    void queue(UUID owner) {
        sql.call("select pg_advisory_xact_lock(hashtextextended('import ' || :owner, 0))", with("owner", owner.toString()));
    }

    /**
     * Writes all rows that wait.
     *
     * @param names what exercise each name stands for, as JSON: {@code [{"name", "exercise", "made"}]}
     * @param replaced how many workouts have made room
     * @param progress is told the lines written so far
     */
    Result takeOver(UUID owner, UUID id, String names, long replaced, IntConsumer progress) {
        int last = sql.one(LAST_LINE, Integer.class, with("owner", owner).and("import", id));
        Parameters named = with("owner", owner).and("import", id).and("names", names);
        int made = sql.update(OWN_EXERCISES, named);
        if (made > 0) {
            exercises.requireRoom(owner, 0);
        }
        int workouts = sql.update(WORKOUTS, named);
        sql.update(EXERCISES, named);
        long measurements = 0;
        long sets = 0;
        for (int line = 0; line < last; line += PORTION) {
            Parameters portion = with("owner", owner)
                    .and("import", id)
                    .and("after", line)
                    .and("last", line + PORTION);
            measurements += sql.update(OBSERVATIONS, portion);
            sets += sql.update(SETS, portion);
            progress.accept(Math.min(line + PORTION, last));
        }
        return new Result(measurements, workouts, sets, made, replaced);
    }

    /** Deletes what came by an import, as if somebody had deleted each; the same file can then be imported anew. */
    void undo(UUID owner, UUID id, Instant now) {
        sql.update(UNDO, with("owner", owner).and("import", id).and("now", now));
    }
}

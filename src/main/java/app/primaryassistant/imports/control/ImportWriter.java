package app.primaryassistant.imports.control;

import static app.primaryassistant.platform.persistence.Parameters.with;

import app.primaryassistant.exercises.control.ImportedExerciseRepository;
import app.primaryassistant.imports.entity.StoredImport.Result;
import app.primaryassistant.metrics.control.ImportedObservationRepository;
import app.primaryassistant.platform.persistence.Parameters;
import app.primaryassistant.platform.persistence.RowSource;
import app.primaryassistant.platform.persistence.Sql;
import app.primaryassistant.workouts.control.ChangedWorkoutRepository;
import app.primaryassistant.workouts.control.ImportedWorkoutRepository;
import app.primaryassistant.workouts.entity.ChangedWorkouts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import java.util.function.IntConsumer;

/**
 * Has the rows that wait written where they belong, and takes them back. All of it is a few statements over sets of rows; only
 * the rows themselves go in portions, so that somebody can see how far it is.
 */
@ApplicationScoped
public class ImportWriter {

    /** Lines of the file that are written by one statement. */
    private static final int PORTION = 2_000;

    /** Programs name the exercises that a machine or a band helps with so, and write the help down as a weight above zero. */
    private static final String ASSISTED = "\\massisted\\M";

    private static final String VALUES = """
            select distinct on (content_key) * from import_value
            where account_id = :owner and import_id = :import and line > :after and line <= :last
            order by content_key, line
            """;

    private static final String OWN_EXERCISES = """
            select s.account_id, n.exercise as id, n.name, s.import_id,
                   case when bool_and(s.distance_m is not null and s.reps is null) then 'cardio' else 'strength' end as category,
                   case when bool_or(s.weight < 0) then 'bodyweight-reps'
                        when bool_or(s.weight is not null) and n.name ~* '%s' then 'bodyweight-reps'
                        when bool_or(s.weight is not null) then 'weight-reps'
                        when bool_or(s.reps is not null) then 'reps'
                        when bool_or(s.distance_m is not null) then 'distance-duration'
                        else 'duration' end as tracking
            from jsonb_to_recordset(cast(:names as jsonb)) as n(name text, exercise uuid, made boolean)
            join import_set s on s.account_id = :owner and s.import_id = :import and s.exercise = n.name
            where n.made and not %s
            group by s.account_id, s.import_id, n.exercise, n.name
            """.formatted(ASSISTED, ImportedWorkoutRepository.IS_THERE);

    private static final String WORKOUTS = """
            select distinct on (content_key) account_id, workout_id as id, wanted_id, content_key, local_date, started_at, zone,
                   ended_at, nullif(title, '') as title, duration_s, intensity, fatigue, soreness, note, coach_note, import_id,
                   coalesce(type, case when bool_and(distance_m is not null and reps is null) over (partition by content_key)
                                       then 'cardio' else 'strength' end) as type
            from import_set where account_id = :owner and import_id = :import order by content_key, line
            """;

    private static final String EXERCISES = """
            select e.account_id, e.entry_id as id, e.import_id, e.content_key, n.exercise as exercise_id, e.position, e.superset,
                   e.entry_rest_s as rest_s, e.entry_note as note
            from (select distinct on (entry) *, dense_rank() over (partition by content_key order by entry) as position
                  from import_set where account_id = :owner and import_id = :import and entry is not null
                  order by entry, line) e
            join jsonb_to_recordset(cast(:names as jsonb)) as n(name text, exercise uuid) on n.name = e.exercise
            """;

    /**
     * Help is below zero here, and stands so in an own file already. Where the body is not lifted nothing can help it: such a
     * weight means nothing, and is left out.
     */
    private static final String SETS = """
            select s.account_id, s.id, s.entry_id as workout_exercise_id, s.place as position, s.kind, s.reps,
                   s.weight * h.sign as weight, s.entered_weight * h.sign as entered_weight,
                   case when h.sign is not null then s.entered_unit end as entered_unit, s.rpe, s.rir,
                   s.set_duration_s as duration_s, s.distance_m, s.set_rest_s as rest_s, s.done
            from import_set s
            cross join lateral (
                select exercise from jsonb_to_recordset(cast(:names as jsonb)) as n(name text, exercise uuid)
                where n.name = s.exercise limit 1
            ) n
            join exercises_of(:owner) k on k.id = n.exercise
            cross join lateral (
                select case when k.tracking = 'bodyweight-reps' and s.wanted_id is null and s.weight > 0
                                 and s.exercise ~* '%s' then -1
                            when k.tracking <> 'bodyweight-reps' and s.weight < 0 then null else 1 end as sign
            ) h
            where s.account_id = :owner and s.import_id = :import and s.line > :after and s.line <= :last and s.kind is not null
            """.formatted(ASSISTED);

    /** What one's own exports hold has the ids of what is here, and is compared by them. */
    private static final String OTHERS_SETS = """
            select line, content_key, workout_id, entry, place as position, kind, reps, weight, entered_unit, rpe,
                   set_duration_s as duration_s, distance_m
            from import_set where account_id = :owner and import_id = :import and wanted_id is null
            """;

    private static final String LAST_LINE = """
            select greatest((select coalesce(max(line), 0) from import_value where account_id = :owner and import_id = :import),
                            (select coalesce(max(line), 0) from import_set where account_id = :owner and import_id = :import))
            """;

    @Inject
    private Sql sql;

    @Inject
    private ImportedObservationRepository observations;

    @Inject
    private ImportedExerciseRepository exercises;

    @Inject
    private ImportedWorkoutRepository workouts;

    @Inject
    private ChangedWorkoutRepository changed;

    /** Lets only one import of an account write at a time: two of the same file would both find nothing there. */
    void queue(UUID owner) {
        sql.call(
                "select pg_advisory_xact_lock(hashtextextended('import ' || :owner, 0))",
                with("owner", owner.toString()));
    }

    /** Workouts that an earlier file brought and this one tells otherwise. */
    ChangedWorkouts changes(UUID owner, UUID id) {
        return changed.find(new RowSource(OTHERS_SETS, of(owner, id)));
    }

    /**
     * Writes all rows that wait.
     *
     * @param names what exercise each name stands for, as JSON: {@code [{"name", "exercise", "made"}]}
     * @param replacing whether workouts that an earlier file brought make room, if they were not changed here
     * @param progress is told the lines written so far
     */
    Result apply(UUID owner, UUID id, String names, boolean replacing, Instant now, IntConsumer progress) {
        long replaced = replacing ? changed.supersede(new RowSource(OTHERS_SETS, of(owner, id)), now) : 0;
        int last = sql.one(LAST_LINE, Integer.class, of(owner, id));
        Parameters named = of(owner, id).and("names", names);
        int made = exercises.add(owner, new RowSource(OWN_EXERCISES, named));
        int added = workouts.add(new RowSource(WORKOUTS, named));
        workouts.addExercises(new RowSource(EXERCISES, named));
        long measurements = 0;
        long sets = 0;
        for (int line = 0; line < last; line += PORTION) {
            Parameters portion =
                    of(owner, id).and("names", names).and("after", line).and("last", line + PORTION);
            measurements += observations.add(new RowSource(VALUES, portion));
            sets += workouts.addSets(new RowSource(SETS, portion));
            progress.accept(Math.min(line + PORTION, last));
        }
        workouts.sumUp(owner, id);
        return new Result(measurements, added, sets, made, replaced);
    }

    /** Deletes what came by an import, as if somebody had deleted each, and brings back what had made room for it. */
    void undo(UUID owner, UUID id, Instant now) {
        changed.relink(owner, id);
        observations.delete(owner, id, now);
        workouts.delete(owner, id, now);
        exercises.delete(owner, id, now);
        changed.bringBack(owner, id);
    }

    private static Parameters of(UUID owner, UUID id) {
        return with("owner", owner).and("import", id);
    }
}

package app.primaryassistant.workouts.control;

import static app.primaryassistant.platform.persistence.Parameters.with;

import app.primaryassistant.platform.persistence.Parameters;
import app.primaryassistant.platform.persistence.RowSource;
import app.primaryassistant.platform.persistence.Sql;
import app.primaryassistant.workouts.entity.ChangedWorkouts;
import app.primaryassistant.workouts.entity.ChangedWorkouts.ChangedWorkout;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Workouts that an earlier file brought and that a later one tells otherwise, as when sets were added there in the meantime.
 *
 * <p>Only somebody who says so has them replaced, and what was changed here since it came stays in any case. The earlier
 * edition is deleted and remembers what took its place, so that undoing the later import brings it back, for the 30 days that
 * anything deleted is kept.
 *
 * <p>The sets of the later file come as rows with {@code line, content_key, workout_id, entry, position, kind, reps, weight,
 * entered_unit, rpe, duration_s, distance_m}.
 */
@ApplicationScoped
public class ChangedWorkoutRepository {

    private static final int SHOWN = 100;

    /**
     * The files of other programs know no weight below zero, and help came in as one: without its sign it is what the file
     * says.
     */
    private static final String CHANGED = """
            with said as (
                select content_key, count(kind) as number, (array_agg(workout_id order by line))[1] as edition,
                       string_agg(row(kind, reps, abs(weight), entered_unit, rpe, duration_s, distance_m)::text, ' '
                                  order by entry, position) filter (where kind is not null) as sets
                from (%s) staged group by content_key
            ), changed as (
                select w.id, w.local_date, w.started_at, w.title, w.version > 1 as edited, said.edition,
                       here.number as here, said.number as in_file
                from said
                join workout w on w.account_id = :owner and w.content_key = said.content_key
                cross join lateral (
                    select count(*) as number,
                           string_agg(row(s.kind, s.reps, abs(s.weight), s.entered_unit, s.rpe, s.duration_s, s.distance_m)::text, ' '
                                      order by e.position, s.position) as sets
                    from workout_exercise e
                    join workout_set s on s.account_id = e.account_id and s.workout_exercise_id = e.id
                    where e.account_id = w.account_id and e.workout_id = w.id) here
                where w.deleted_at is null and w.import_id is not null and here.sets is distinct from said.sets
            )
            """;

    private static final String FIRST = """
            select id, local_date, title, edited, here, in_file,
                   count(*) over () as total, count(*) filter (where edited) over () as total_edited
            from changed order by local_date desc, started_at desc, id limit :limit
            """;

    /** Its version stays: when it comes back, it is as it was. */
    private static final String SUPERSEDE = """
            update workout w
            set deleted_at = :now, superseded_by = changed.edition, superseded_key = w.content_key, content_key = null
            from changed where w.account_id = :owner and w.id = changed.id and not changed.edited
            """;

    /** An edition between two others that is undone leaves the first to the last. */
    private static final String RELINK = """
            update workout o set superseded_by = n.superseded_by
            from workout n
            where n.account_id = :owner and n.import_id = :import and n.superseded_by is not null
              and o.account_id = n.account_id and o.superseded_by = n.id
            """;

    private static final String BRING_BACK = """
            update workout o set deleted_at = null, content_key = o.superseded_key, superseded_by = null, superseded_key = null
            from workout n
            where n.account_id = :owner and n.import_id = :import and o.account_id = n.account_id and o.superseded_by = n.id
            """;

    private record ChangedRow(ChangedWorkout workout, long total, long totalEdited) {}

    @Inject
    private Sql sql;

    public ChangedWorkouts find(RowSource sets) {
        List<ChangedRow> found = sql.list(
                CHANGED.formatted(sets.query()) + FIRST,
                ChangedRow.class,
                sets.parameters().and("limit", SHOWN));
        return found.isEmpty()
                ? ChangedWorkouts.NONE
                : new ChangedWorkouts(
                        found.getFirst().total - found.getFirst().totalEdited,
                        found.getFirst().totalEdited,
                        found.stream().map(ChangedRow::workout).toList());
    }

    /** Makes room for the later editions of those that were not changed here, and returns how many. */
    public long supersede(RowSource sets, Instant now) {
        return sql.update(
                CHANGED.formatted(sets.query()) + SUPERSEDE, sets.parameters().and("now", now));
    }

    /** To be called before what an import brought is deleted. */
    public void relink(UUID owner, UUID importId) {
        sql.update(RELINK, of(owner, importId));
    }

    /** Brings back what gave way to what an import brought, which has been deleted. */
    public void bringBack(UUID owner, UUID importId) {
        sql.update(BRING_BACK, of(owner, importId));
    }

    private static Parameters of(UUID owner, UUID importId) {
        return with("owner", owner).and("import", importId);
    }
}

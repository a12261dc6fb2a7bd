package app.primaryassistant.imports.control;

import static app.primaryassistant.platform.persistence.Parameters.with;

import app.primaryassistant.imports.entity.Findings;
import app.primaryassistant.imports.entity.Findings.Count;
import app.primaryassistant.imports.entity.Findings.Preview;
import app.primaryassistant.metrics.control.ImportedObservationRepository;
import app.primaryassistant.platform.persistence.Sql;
import app.primaryassistant.workouts.control.ImportedWorkoutRepository;
import app.primaryassistant.workouts.entity.ChangedWorkouts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rows of files that wait to be taken over: what they would bring, and their end. */
@ApplicationScoped
public class StagedRowRepository {

    private static final String MANY_EXERCISES = "The workout has more than 60 exercises; this one is not imported.";
    private static final String MANY_SETS = "The exercise has more than 100 sets; this one is not imported.";

    private static final String PREVIEW =
            """
            with value as (
                select v.local_date, v.line,
                       row_number() over (partition by v.content_key order by v.line) > 1 or %s as there
                from import_value v where v.account_id = :owner and v.import_id = :import
            ), workouts as (
                select s.content_key, min(s.local_date) as local_date, count(s.kind) as sets, bool_or(%s) as there
                from import_set s where s.account_id = :owner and s.import_id = :import group by s.content_key
            )
            select (select count(*) from value where not there) as new_values,
                   (select count(*) from value where there) as known_values,
                   (select count(*) from workouts where not there) as new_workouts,
                   (select count(*) from workouts where there) as known_workouts,
                   (select coalesce(sum(sets), 0) from workouts where not there) as new_sets,
                   (select min(local_date) from (select local_date from value union all select local_date from workouts) as day)
                       as first_day,
                   (select max(local_date) from (select local_date from value union all select local_date from workouts) as day)
                       as last_day
            """.formatted(ImportedObservationRepository.IS_THERE, ImportedWorkoutRepository.IS_THERE);

    /**
     * A reader counts the exercises of a workout whose rows follow one another; only here is it seen what comes together of one
     * whose rows stand apart. What a workout cannot hold would break the whole import later, or be lost.
     */
    private static final String TOO_MANY = """
            with beyond as materialized (
                select id, position
                from (select id, place, dense_rank() over (partition by content_key order by entry) as position
                      from import_set where account_id = :owner and import_id = :import and entry is not null) placed
                where position > 60 or place > 100
            ), refused as (
                delete from import_set s using beyond b
                where s.account_id = :owner and s.import_id = :import and s.id = b.id
                returning s.line, b.position > 60 as exercises
            )
            select line, exercises, count(*) over () as total from refused order by line limit :limit
            """;

    private static final String DISCARD = """
            with gone as (delete from import_value where account_id = :owner and import_id = :import)
            delete from import_set where account_id = :owner and import_id = :import
            """;

    private record PreviewRow(
            long newValues,
            long knownValues,
            long newWorkouts,
            long knownWorkouts,
            long newSets,
            @Nullable LocalDate firstDay,
            @Nullable LocalDate lastDay) {}

    private record RefusedRow(long line, boolean exercises, long total) {

        Findings.Refusal refusal() {
            return new Findings.Refusal(line, exercises ? MANY_EXERCISES : MANY_SETS);
        }
    }

    @Inject
    private Sql sql;

    /** Begins anew, as when dates were read in the wrong order. */
    Staging stage(UUID owner, UUID id) {
        discard(owner, id);
        return new Staging(sql, owner, id);
    }

    void discard(UUID owner, UUID id) {
        sql.update(DISCARD, with("owner", owner).and("import", id));
    }

    /** Takes away the rows of which a workout would have too many, and has them among those that are refused. */
    void refuseTooMany(UUID owner, UUID id, Staging staged) {
        var parameters = with("owner", owner).and("import", id).and("limit", Staging.SHOWN);
        List<RefusedRow> refused = sql.list(TOO_MANY, RefusedRow.class, parameters);
        if (!refused.isEmpty()) {
            staged.refuse(
                    refused.stream().map(RefusedRow::refusal).toList(),
                    refused.getFirst().total());
        }
    }

    Preview preview(UUID owner, UUID id, Staging staged, ChangedWorkouts changes) {
        PreviewRow row = sql.one(PREVIEW, PreviewRow.class, with("owner", owner).and("import", id));
        return new Preview(
                new Count(row.newValues, row.knownValues),
                new Count(row.newWorkouts, row.knownWorkouts - changes.all()),
                row.newSets,
                row.firstDay,
                row.lastDay,
                changes,
                staged.refused(),
                staged.refusals());
    }
}

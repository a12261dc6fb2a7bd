package app.primaryassistant.metrics.control;

import static app.primaryassistant.platform.persistence.Parameters.with;

import app.primaryassistant.platform.persistence.RowSource;
import app.primaryassistant.platform.persistence.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;

/** Observations by the thousand: what an import brings, and takes away again. */
@ApplicationScoped
public class ImportedObservationRepository {

    /**
     * Of a row {@code v} with {@code account_id}, {@code content_key} and {@code wanted_id}: whether its observation is there
     * already, or was and has been deleted.
     */
    public static final String IS_THERE = """
            (exists (select from observation o where o.account_id = v.account_id and o.content_key = v.content_key)
             or exists (select from observation o where o.account_id = v.account_id and o.id = v.wanted_id and o.deleted_at is null))
            """;

    private static final String ADD = """
            insert into observation (account_id, id, metric, value, entered_value, entered_unit, local_date, recorded_at, zone,
                                     source, content_key, note, import_id, version)
            select v.account_id,
                   case when v.wanted_id is null
                          or exists (select from observation o where o.account_id = v.account_id and o.id = v.wanted_id)
                        then v.id else v.wanted_id end,
                   v.metric, v.value, v.entered_value, v.entered_unit, v.local_date, v.recorded_at, v.zone,
                   'file', v.content_key, v.note, v.import_id, 1
            from (%s) v
            where not %s
            """;

    private static final String DELETE = """
            update observation
            set deleted_at = coalesce(deleted_at, cast(:now as timestamptz)), content_key = null, version = version + 1
            where account_id = :owner and import_id = :import
            """;

    @Inject
    private Sql sql;

    /**
     * Adds those that are not there; returns how many.
     *
     * @param rows with {@code account_id, id, wanted_id, content_key, metric, value, entered_value, entered_unit, local_date,
     *     recorded_at, zone, note, import_id}, of each content key one
     */
    public int add(RowSource rows) {
        return sql.update(ADD.formatted(rows.query(), IS_THERE), rows.parameters());
    }

    /** Deletes what an import brought; the same file can then be imported anew. */
    public void delete(UUID owner, UUID importId, Instant now) {
        sql.update(DELETE, with("owner", owner).and("import", importId).and("now", now));
    }
}

package app.primaryassistant.operations.control;

import static app.primaryassistant.platform.persistence.Parameters.with;

import app.primaryassistant.platform.persistence.PooledSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** What became of the program's backups, for all replicas to see. It runs outside of transactions: each step shows at once. */
@ApplicationScoped
public class BackupRunRepository {

    @Inject
    private PooledSql sql;

    /** Whether there is none at this moment, so that this one has begun. */
    public boolean begin(UUID id) {
        return sql.one("select begin_backup_run(:id)", Boolean.class, with("id", id));
    }

    public void step(UUID id, String step) {
        sql.call("select step_backup_run(:id, :step)", with("id", id).and("step", step));
    }

    public void done(UUID id, String file, long size) {
        sql.call(
                "select end_backup_run(:id, :file, :size, null)",
                with("id", id).and("file", file).and("size", size));
    }

    public void failed(UUID id, String error) {
        sql.call(
                "select end_backup_run(:id, null, null, :error)", with("id", id).and("error", error));
    }

    /** The newest first. */
    public List<BackupRun> newest(int howMany) {
        return sql.list(
                "select id, started_at, step, finished_at, file, size, error from backup_runs(:howMany)",
                BackupRun.class,
                with("howMany", howMany));
    }
}

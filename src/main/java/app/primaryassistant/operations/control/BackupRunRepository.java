package app.primaryassistant.operations.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** What became of the program's backups, for all replicas to see. It runs outside of transactions: each step shows at once. */
@ApplicationScoped
public class BackupRunRepository {

    @Resource(lookup = "java:app/jdbc/assistant")
    private DataSource dataSource;

    private interface Read<T> {
        T from(ResultSet rows) throws SQLException;
    }

    /** Whether there is none at this moment, so that this one has begun. */
    public boolean begin(UUID id) throws SQLException {
        return call("select begin_backup_run(?)", BackupRunRepository::isTrue, id);
    }

    public void step(UUID id, String step) throws SQLException {
        call("select step_backup_run(?, ?)", ResultSet::next, id, step);
    }

    public void done(UUID id, String file, long size) throws SQLException {
        call("select end_backup_run(?, ?, ?, null)", ResultSet::next, id, file, size);
    }

    public void failed(UUID id, String error) throws SQLException {
        call("select end_backup_run(?, null, null, ?)", ResultSet::next, id, error);
    }

    /** The newest first. */
    public List<BackupRun> newest(int howMany) throws SQLException {
        return call(
                "select id, started_at, step, finished_at, file, size, error from backup_runs(?)", BackupRunRepository::runs, howMany);
    }

    private <T> T call(String sql, Read<T> read, Object... parameters) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (var rows = statement.executeQuery()) {
                return read.from(rows);
            }
        }
    }

    private static boolean isTrue(ResultSet rows) throws SQLException {
        return rows.next() && rows.getBoolean(1);
    }

    private static List<BackupRun> runs(ResultSet rows) throws SQLException {
        List<BackupRun> runs = new ArrayList<>();
        while (rows.next()) {
            @Nullable OffsetDateTime finished = rows.getObject(4, OffsetDateTime.class);
            runs.add(new BackupRun(
                    rows.getObject(1, UUID.class),
                    rows.getObject(2, OffsetDateTime.class).toInstant(),
                    rows.getString(3),
                    Optional.ofNullable(finished).map(OffsetDateTime::toInstant).orElse(null),
                    rows.getString(5),
                    rows.getObject(6, Long.class),
                    rows.getString(7)));
        }
        return runs;
    }
}

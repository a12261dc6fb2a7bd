package app.primaryassistant.platform.persistence;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import javax.sql.DataSource;

/** SQL for nobody's account, on a connection of the pool: outside of transactions each statement is committed at once. */
@ApplicationScoped
public class PooledSql extends Statements {

    @Resource(lookup = "java:app/jdbc/assistant")
    private DataSource dataSource;

    /**
     * Whether the database answers within this time.
     *
     * @throws DatabaseUnavailable if it cannot be reached at all
     */
    public boolean answers(int seconds) {
        try {
            return connected(connection -> connection.isValid(seconds));
        } catch (SQLException failed) {
            throw new DatabaseUnavailable(failed);
        }
    }

    @Override
    <R> R connected(Work<R> work) throws SQLException {
        try (var connection = dataSource.getConnection()) {
            return work.with(connection);
        }
    }
}

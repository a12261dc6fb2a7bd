package app.primaryassistant.platform.persistence;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A connection beside the current transaction, for statements that are whole transactions of their own. */
@ApplicationScoped
class ReadConnection {

    @Resource(lookup = "java:app/jdbc/assistant")
    private DataSource dataSource;

    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    <R> R with(Statements.Work<R> work) throws SQLException {
        try (var connection = dataSource.getConnection()) {
            return work.with(connection);
        }
    }
}

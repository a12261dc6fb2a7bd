package app.primaryassistant.accounts.control;

import app.primaryassistant.platform.persistence.Migration;
import app.primaryassistant.platform.security.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.util.logging.Logger;

/** While there is no administrator, each start makes a new code and shows it in the log: who can read the log may set up. */
@ApplicationScoped
public class SetupCode {

    private static final Logger LOG = Logger.getLogger(SetupCode.class.getName());

    void renew(@Observes Migration.SchemaReady ready) throws SQLException {
        Secret code = Secret.random("");
        try (var statement = ready.connection()
                .prepareStatement(
                        """
                        with old as (delete from setup_code)
                        insert into setup_code (code_hash) select ? where not exists (select from account where role = 'admin')
                        """)) {
            statement.setBytes(1, code.hash());
            if (statement.executeUpdate() == 1) {
                LOG.info(() -> "There is no administrator yet. Open /setup/ and enter this setup code: " + code.text());
            }
            commit(ready);
        }
    }

    /** Liquibase leaves its connection without automatic commits. */
    private static void commit(Migration.SchemaReady ready) throws SQLException {
        if (!ready.connection().getAutoCommit()) {
            ready.connection().commit();
        }
    }
}

package app.primaryassistant.platform.persistence;

import app.primaryassistant.platform.telemetry.RequestId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;

/** Tells the database which account the current transaction acts for, and for which request; both end with the transaction. */
@ApplicationScoped
public class ActingAccount {

    @PersistenceContext
    private EntityManager entities;

    private static final String APPLICATION_NAME = "primary-assistant";

    /**
     * Must run inside a transaction. The connection is the persistence context's own: one from the pool need not be the
     * same, although both would belong to the transaction.
     *
     * @throws DatabaseUnavailable if the database cannot be reached
     */
    public void set(UUID account) {
        execute("select set_config('app.account', ?, true), set_config('application_name', ?, true)", account.toString(), name());
    }

    /**
     * The same for a transaction without an account.
     *
     * @throws DatabaseUnavailable if the database cannot be reached
     */
    void setRequest() {
        execute("select set_config('application_name', ?, true)", name());
    }

    private static String name() {
        return RequestId.current().map(id -> APPLICATION_NAME + " " + id).orElse(APPLICATION_NAME);
    }

    private void execute(String sql, String... values) {
        // Closing it is the persistence context's affair.
        @SuppressWarnings("resource")
        Connection connection = entities.unwrap(Connection.class);
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            statement.execute();
        } catch (SQLException failed) {
            throw new DatabaseUnavailable(failed);
        }
    }
}

package app.primaryassistant.platform.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;

/** Tells the database which account the current transaction acts for; the setting ends with the transaction. */
@ApplicationScoped
public class ActingAccount {

    @PersistenceContext
    private EntityManager entities;

    /**
     * Must run inside a transaction. The connection is the persistence context's own: one from the pool need not be the
     * same, although both would belong to the transaction.
     *
     * @throws DatabaseUnavailable if the database cannot be reached
     */
    public void set(UUID account) {
        // Closing it is the persistence context's affair.
        @SuppressWarnings("resource")
        Connection connection = entities.unwrap(Connection.class);
        try (var statement = connection.prepareStatement("select set_config('app.account', ?, true)")) {
            statement.setString(1, account.toString());
            statement.execute();
        } catch (SQLException failed) {
            throw new DatabaseUnavailable(failed);
        }
    }
}

package app.primaryassistant.platform.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Lists, sums, searches and set-based writes: SQL with named parameters on the connection of the transaction, so under the
 * row-level security of the account it acts for.
 *
 * <p>What a person edits one by one under a version is a JPA entity instead. Entities that were changed in the same transaction
 * are seen only once they have been flushed.
 */
@ApplicationScoped
public class Sql extends Statements {

    @PersistenceContext
    private EntityManager entities;

    @Override
    <R> R connected(Work<R> work) throws SQLException {
        // Closing it is the persistence context's affair.
        @SuppressWarnings("resource")
        Connection connection = entities.unwrap(Connection.class);
        return work.with(connection);
    }
}

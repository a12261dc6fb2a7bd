package app.primaryassistant.platform.persistence;

import app.primaryassistant.platform.persistence.ActingAccount.Preamble;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Lists, sums, searches and set-based writes: SQL with named parameters under the row-level security of the account that the
 * transaction acts for.
 *
 * <p>It runs on the connection of the transaction, and names the account with the first statement. In a transaction that only
 * reads each statement is one of its own, which costs one round trip in all.
 *
 * <p>What a person edits one by one under a version is a JPA entity instead. Entities that were changed in the same transaction
 * are seen only once they have been flushed.
 */
@ApplicationScoped
public class Sql extends Statements {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private ReadConnection reading;

    @Inject
    private ActingAccount actingAccount;

    @Override
    <R> R connected(Work<R> work) throws SQLException {
        if (actingAccount.readsBeside()) {
            return reading.with(work);
        }
        R result = work.with(ofTransaction());
        actingAccount.named();
        return result;
    }

    @Override
    Optional<Preamble> preamble() {
        return actingAccount.preamble();
    }

    /** Always on the connection of the transaction: elsewhere the whole answer would come at once. */
    @Override
    public void read(String sql, Parameters parameters, Consumer<TextRows> reader) {
        nameAccount();
        super.read(sql, parameters, reader);
    }

    /** Makes the connection of the transaction act for its account, if it does not yet. */
    void nameAccount() {
        actingAccount.naming().ifPresent(this::name);
    }

    private void name(Preamble preamble) {
        try (var statement = SqlText.of(preamble.envelope().before()).prepare(ofTransaction(), preamble.parameters())) {
            statement.execute();
            actingAccount.named();
        } catch (SQLException failed) {
            throw new DatabaseUnavailable(failed);
        }
    }

    /** Closing it is the persistence context's affair. */
    private Connection ofTransaction() {
        return entities.unwrap(Connection.class);
    }
}

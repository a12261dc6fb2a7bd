package app.primaryassistant.platform.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Lists, sums, searches and set-based writes: SQL with named parameters on the connection of the transaction, so under the
 * row-level security of the account it acts for.
 *
 * <p>Rows become records by the names of their columns, or single values: see {@link RowMapper}. What a person edits one by
 * one under a version is a JPA entity instead. Entities that were changed in the same transaction are seen only once they
 * have been flushed.
 *
 * <p>Every statement throws {@link DatabaseUnavailable} if it fails. Its text is a constant, or put together of constants, for
 * it is taken apart once and kept.
 */
@ApplicationScoped
public class Sql {

    @PersistenceContext
    private EntityManager entities;

    /** Every row of an answer. */
    public <T> List<T> list(String sql, Class<T> type, Parameters parameters) {
        return run(sql, parameters, (text, statement) -> {
            try (var rows = statement.executeQuery()) {
                RowMapper<T> mapper = text.mapper(type, rows);
                List<T> list = new ArrayList<>();
                while (rows.next()) {
                    list.add(mapper.map(rows));
                }
                return list;
            }
        });
    }

    /** The first row of an answer, which a {@code returning} gives only where a row was written. */
    public <T> Optional<T> first(String sql, Class<T> type, Parameters parameters) {
        return list(sql, type, parameters).stream().findFirst();
    }

    /** The row of an answer that always has one, such as a count. */
    public <T> T one(String sql, Class<T> type, Parameters parameters) {
        return first(sql, type, parameters).orElseThrow(() -> new IllegalStateException("No row"));
    }

    /** Writes; returns how many rows it inserted, changed or deleted. */
    public int update(String sql, Parameters parameters) {
        return run(sql, parameters, (text, statement) -> statement.executeUpdate());
    }

    private interface Work<R> {
        R with(SqlText text, PreparedStatement statement) throws SQLException;
    }

    private <R> R run(String sql, Parameters parameters, Work<R> work) {
        // Closing it is the persistence context's affair.
        @SuppressWarnings("resource")
        Connection connection = entities.unwrap(Connection.class);
        SqlText text = SqlText.of(sql);
        try (var statement = text.prepare(connection, parameters)) {
            return work.with(text, statement);
        } catch (SQLException failed) {
            throw new DatabaseUnavailable(failed);
        }
    }
}

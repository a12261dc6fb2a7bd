package app.primaryassistant.platform.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * SQL with named parameters; each subclass says on which connection.
 *
 * <p>Rows become records by the names of their columns, or single values: see {@link RowMapper}. Every statement throws {@link
 * DatabaseUnavailable} if it fails. Its text is a constant, or put together of constants, for it is taken apart once and kept.
 */
public abstract class Statements {

    private static final int ROWS_AT_A_TIME = 1_000;

    interface Work<R> {
        R with(Connection connection) throws SQLException;
    }

    /** Works with the connection that statements are sent on. */
    abstract <R> R connected(Work<R> work) throws SQLException;

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

    /** Selects a function for what it does; its answer does not matter. */
    public void call(String sql, Parameters parameters) {
        run(sql, parameters, (text, statement) -> statement.execute());
    }

    /** Reads an answer that may be too long to be held; within a transaction it comes a thousand rows at a time. */
    public void read(String sql, Parameters parameters, Consumer<TextRows> reader) {
        run(sql, parameters, (text, statement) -> {
            statement.setFetchSize(ROWS_AT_A_TIME);
            try (var rows = statement.executeQuery()) {
                reader.accept(new TextRows(rows));
                return rows;
            }
        });
    }

    private interface Use<R> {
        R of(SqlText text, PreparedStatement statement) throws SQLException;
    }

    private <R> R run(String sql, Parameters parameters, Use<R> use) {
        SqlText text = SqlText.of(sql);
        try {
            return connected(connection -> {
                try (var statement = text.prepare(connection, parameters)) {
                    return use.of(text, statement);
                }
            });
        } catch (SQLException failed) {
            throw new DatabaseUnavailable(failed);
        }
    }
}

package app.primaryassistant.platform.persistence;

import app.primaryassistant.platform.persistence.ActingAccount.Preamble;
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
    private static final int ALL_ROWS = 0;

    interface Work<R> {
        R with(Connection connection) throws SQLException;
    }

    /** Works with the connection that statements are sent on. */
    abstract <R> R connected(Work<R> work) throws SQLException;

    /** What goes before the next statement, in the same round trip. */
    Optional<Preamble> preamble() {
        return Optional.empty();
    }

    /** Every row of an answer. */
    public <T> List<T> list(String sql, Class<T> type, Parameters parameters) {
        return run(sql, parameters, (text, statement) -> {
            try (var rows = statement.getResultSet()) {
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
        return run(sql, parameters, (text, statement) -> statement.getUpdateCount());
    }

    /** Selects a function for what it does; its answer does not matter. */
    public void call(String sql, Parameters parameters) {
        run(sql, parameters, (text, statement) -> true);
    }

    /** Reads an answer that may be too long to be held; within a transaction it comes a thousand rows at a time. */
    public void read(String sql, Parameters parameters, Consumer<TextRows> reader) {
        run(sql, parameters, ROWS_AT_A_TIME, (text, statement) -> {
            try (var rows = statement.getResultSet()) {
                reader.accept(new TextRows(rows));
                return true;
            }
        });
    }

    private interface Use<R> {
        R of(SqlText text, PreparedStatement statement) throws SQLException;
    }

    private <R> R run(String sql, Parameters parameters, Use<R> use) {
        return run(sql, parameters, ALL_ROWS, use);
    }

    private <R> R run(String sql, Parameters parameters, int rowsAtATime, Use<R> use) {
        SqlText text = SqlText.of(sql);
        Optional<Preamble> preamble = preamble();
        try {
            return connected(connection -> preamble.isPresent()
                    ? runAfter(preamble.get(), text, connection, parameters, use)
                    : run(text, connection, parameters, rowsAtATime, use));
        } catch (SQLException failed) {
            throw new DatabaseUnavailable(failed);
        }
    }

    private static <R> R run(SqlText text, Connection connection, Parameters parameters, int rowsAtATime, Use<R> use)
            throws SQLException {
        try (var statement = text.prepare(connection, parameters)) {
            statement.setFetchSize(rowsAtATime);
            statement.execute();
            return use.of(text, statement);
        }
    }

    /** Both in one round trip. */
    private static <R> R runAfter(
            Preamble preamble, SqlText text, Connection connection, Parameters parameters, Use<R> use)
            throws SQLException {
        Parameters all = preamble.parameters().and(parameters);
        SqlText both = text.in(preamble.envelope(), connection, all);
        try (var statement = both.prepare(connection, all)) {
            statement.execute();
            for (int i = 0; i < preamble.envelope().answersBefore(); i++) {
                statement.getMoreResults();
            }
            return use.of(both, statement);
        } catch (SQLException failed) {
            if (preamble.envelope().isTransaction()) {
                rollBack(connection, failed);
            }
            throw failed;
        }
    }

    /** Otherwise the failed transaction would stay open, and the next statement on this connection would fail too. */
    private static void rollBack(Connection connection, SQLException failed) {
        try (var statement = connection.createStatement()) {
            statement.execute("rollback");
        } catch (SQLException gone) {
            failed.addSuppressed(gone);
        }
    }
}

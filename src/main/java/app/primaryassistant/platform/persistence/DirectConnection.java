package app.primaryassistant.platform.persistence;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.postgresql.copy.CopyManager;

/**
 * A connection of its own, for what is done outside of the server or as the role that owns the schema. Each statement is
 * committed at once, except between {@link #begin} and {@link #commit}.
 */
public final class DirectConnection extends Statements implements AutoCloseable {

    private final Connection connection;

    DirectConnection(Connection connection) {
        this.connection = connection;
    }

    /** For what cannot do without JDBC. */
    Connection jdbc() {
        return connection;
    }

    @Override
    <R> R connected(Work<R> work) throws SQLException {
        return work.with(connection);
    }

    public boolean answers(int seconds) {
        return run(jdbc -> jdbc.isValid(seconds));
    }

    /** The payloads of notifications, once there is one or the time is over. */
    List<String> notifications(Duration patience) {
        return run(jdbc -> Arrays.stream(
                        jdbc.unwrap(PGConnection.class).getNotifications(Math.toIntExact(patience.toMillis())))
                .map(PGNotification::getParameter)
                .toList());
    }

    /** Runs commands without parameters, separated by semicolons: settings, locks, changes of the schema. */
    public void execute(String commands) {
        run(jdbc -> {
            try (var statement = jdbc.createStatement()) {
                return statement.execute(commands);
            }
        });
    }

    /** Begins a transaction, which ends undone where the connection is closed before {@link #commit}. */
    public void begin() {
        run(jdbc -> {
            jdbc.setAutoCommit(false);
            return jdbc;
        });
    }

    /** Begins a transaction that only reads, and sees the moment of its first statement throughout. */
    public void beginSnapshot() {
        run(jdbc -> {
            jdbc.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            jdbc.setReadOnly(true);
            jdbc.setAutoCommit(false);
            return jdbc;
        });
    }

    /** Ends the transaction, if there is one: Liquibase leaves a connection in one. */
    public void commit() {
        run(jdbc -> {
            // This commits, where it makes a difference.
            jdbc.setAutoCommit(true);
            return jdbc;
        });
    }

    /** Writes out what {@code copy … to stdout} answers; returns how many rows. */
    public long copyOut(String copy, OutputStream out) throws IOException {
        try {
            return copies().copyOut(copy, out);
        } catch (SQLException failed) {
            throw new DatabaseUnavailable(failed);
        }
    }

    /** Reads what {@code copy … from stdin} takes; returns how many rows. */
    public long copyIn(String copy, InputStream in) throws IOException {
        try {
            return copies().copyIn(copy, in);
        } catch (SQLException failed) {
            throw new DatabaseUnavailable(failed);
        }
    }

    /**
     * Copies rows from here into another database, piece by piece; returns how many.
     *
     * @param seen is written what was copied
     */
    public long copyAcross(String copyOut, DirectConnection target, String copyIn, OutputStream seen)
            throws IOException {
        try {
            var reading = copies().copyOut(copyOut);
            var writing = target.copies().copyIn(copyIn);
            for (byte[] piece = reading.readFromCopy(); piece != null; piece = reading.readFromCopy()) {
                seen.write(piece);
                writing.writeToCopy(piece, 0, piece.length);
            }
            return writing.endCopy();
        } catch (SQLException failed) {
            throw new DatabaseUnavailable(failed);
        }
    }

    private CopyManager copies() throws SQLException {
        return connection.unwrap(PGConnection.class).getCopyAPI();
    }

    @Override
    public void close() {
        run(jdbc -> {
            jdbc.close();
            return jdbc;
        });
    }

    private <R> R run(Work<R> work) {
        try {
            return work.with(connection);
        } catch (SQLException failed) {
            throw new DatabaseUnavailable(failed);
        }
    }
}

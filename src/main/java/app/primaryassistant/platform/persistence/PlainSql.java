package app.primaryassistant.platform.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Plain JDBC on the connection of the transaction, for rows that are only looked at: entities would be built, registered and
 * compared for changes, only to be thrown away.
 */
@ApplicationScoped
public class PlainSql {

    /** Makes something of the row that a result stands at. */
    @FunctionalInterface
    public interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    @PersistenceContext
    private EntityManager entities;

    /**
     * Runs a statement and reads every row it answers with.
     *
     * @param parameters in the order of the question marks; lists become arrays, of ids or else of text
     * @throws DatabaseUnavailable if the statement fails
     */
    public <T> List<T> list(String sql, Reader<T> reader, @Nullable Object... parameters) {
        // Closing it is the persistence context's affair.
        @SuppressWarnings("resource")
        Connection connection = entities.unwrap(Connection.class);
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                bind(connection, statement, i + 1, parameters[i]);
            }
            List<T> read = new ArrayList<>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    read.add(reader.read(rows));
                }
            }
            return read;
        } catch (SQLException failed) {
            throw new DatabaseUnavailable(failed);
        }
    }

    /** The same for a statement that answers with one row or none. */
    public <T> Optional<T> first(String sql, Reader<T> reader, @Nullable Object... parameters) {
        return list(sql, reader, parameters).stream().findFirst();
    }

    /** The same for a statement that answers with one whole number, such as how many rows it has changed; 0 if with none. */
    public long number(String sql, @Nullable Object... parameters) {
        return first(sql, row -> row.getLong(1), parameters).orElse(0L);
    }

    private static void bind(Connection connection, PreparedStatement statement, int place, @Nullable Object value)
            throws SQLException {
        switch (value) {
            case null -> statement.setNull(place, Types.NULL);
            case Instant instant -> statement.setObject(place, instant.atOffset(ZoneOffset.UTC));
            case List<?> list -> statement.setArray(place, connection.createArrayOf(elementType(list), list.toArray()));
            default -> statement.setObject(place, value);
        }
    }

    private static String elementType(List<?> list) {
        return !list.isEmpty() && list.getFirst() instanceof UUID ? "uuid" : "text";
    }
}

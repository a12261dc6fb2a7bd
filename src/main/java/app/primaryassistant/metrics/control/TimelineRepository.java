package app.primaryassistant.metrics.control;

import app.primaryassistant.platform.paging.Cursor;
import app.primaryassistant.platform.persistence.DatabaseUnavailable;
import app.primaryassistant.platform.time.CivilDay;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * An account's observations as a list, newest first.
 *
 * <p>It is the most frequent question of all. So it is asked by plain JDBC, on the connection of the transaction: entities
 * would be built, registered and compared for changes, only to be thrown away.
 */
@ApplicationScoped
public class TimelineRepository {

    private static final String BEGINNING =
            """
            select o.id, o.metric, o.value, o.entered_value, o.entered_unit, o.local_date, o.recorded_at, o.zone, o.source,
                   o.note, c.note, o.check_in_id, o.version
            from observation o left join check_in c on c.account_id = o.account_id and c.id = o.check_in_id
            where o.account_id = ? and o.deleted_at is null and o.local_date between ? and ?
              and (o.local_date, o.recorded_at, o.id) < (?, ?, ?)
            """;
    private static final String OF_METRICS = " and o.metric = any (?)";
    private static final String END = " order by o.local_date desc, o.recorded_at desc, o.id desc limit ?";
    private static final String ALL = BEGINNING + END;
    private static final String SOME = BEGINNING + OF_METRICS + END;

    /**
     * An observation as the timeline shows it.
     *
     * @param value in the canonical unit of the metric
     * @param dayNote the note of the check-in it belongs to
     */
    public record Listed(
            UUID id,
            String metric,
            BigDecimal value,
            BigDecimal enteredValue,
            String enteredUnit,
            LocalDate localDate,
            Instant recordedAt,
            String zone,
            String source,
            Optional<String> note,
            Optional<String> dayNote,
            Optional<UUID> checkIn,
            int version) {

        /** The pool looks up {@code getObject} with a class by reflection for each value, which costs more than the query. */
        static Listed from(ResultSet row) throws SQLException {
            return new Listed(
                    (UUID) row.getObject(1),
                    row.getString(2),
                    row.getBigDecimal(3),
                    row.getBigDecimal(4),
                    row.getString(5),
                    LocalDate.parse(row.getString(6)),
                    row.getTimestamp(7).toInstant(),
                    row.getString(8),
                    row.getString(9),
                    Optional.ofNullable(row.getString(10)),
                    Optional.ofNullable(row.getString(11)),
                    Optional.ofNullable((UUID) row.getObject(12)),
                    row.getInt(13));
        }
    }

    @PersistenceContext
    private EntityManager entities;

    /**
     * A part of the timeline.
     *
     * @param metrics all of them if empty
     */
    public List<Listed> page(
            UUID owner, List<String> metrics, Optional<LocalDate> from, Optional<LocalDate> to, Cursor after, int limit) {
        // Closing it is the persistence context's affair.
        @SuppressWarnings("resource")
        Connection connection = entities.unwrap(Connection.class);
        try (var statement = connection.prepareStatement(metrics.isEmpty() ? ALL : SOME)) {
            int next = bind(statement, owner, from, to, after);
            if (!metrics.isEmpty()) {
                statement.setArray(next++, connection.createArrayOf("text", metrics.toArray()));
            }
            statement.setInt(next, limit);
            return read(statement);
        } catch (SQLException failed) {
            throw new DatabaseUnavailable(failed);
        }
    }

    /** Returns the place of the next parameter. */
    private static int bind(
            PreparedStatement statement, UUID owner, Optional<LocalDate> from, Optional<LocalDate> to, Cursor after)
            throws SQLException {
        statement.setObject(1, owner);
        statement.setObject(2, from.orElse(CivilDay.EARLIEST));
        statement.setObject(3, to.filter(day -> day.isBefore(after.day())).orElse(after.day()));
        statement.setObject(4, after.day());
        statement.setObject(5, after.at().atOffset(ZoneOffset.UTC));
        statement.setObject(6, after.id());
        return 7;
    }

    private static List<Listed> read(PreparedStatement statement) throws SQLException {
        List<Listed> listed = new ArrayList<>();
        try (var rows = statement.executeQuery()) {
            while (rows.next()) {
                listed.add(Listed.from(rows));
            }
        }
        return listed;
    }
}

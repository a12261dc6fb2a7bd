package app.primaryassistant.metrics.control;

import static app.primaryassistant.platform.persistence.Parameters.with;

import app.primaryassistant.metrics.entity.CheckIn;
import app.primaryassistant.metrics.entity.Observation;
import app.primaryassistant.platform.persistence.Entities;
import app.primaryassistant.platform.persistence.Parameters;
import app.primaryassistant.platform.persistence.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An account's observations and check-ins. */
@ApplicationScoped
public class ObservationRepository {

    /**
     * All rows of an entry in one statement. What depends on the account's own metrics is checked where they are; a row
     * that does not pass is left out, and the caller sees it by the count.
     */
    private static final String RECORD = """
            with entry as (
                select * from jsonb_to_recordset(cast(:rows as jsonb))
                    as e(id uuid, metric text, value numeric, entered_value numeric, entered_unit text, note text)
            ), day as (
                insert into check_in (account_id, id, local_date, recorded_at, zone, note)
                select :owner, cast(:checkIn as uuid), :localDate, :recordedAt, :zone, :dayNote
                where cast(:checkIn as uuid) is not null
            )
            insert into observation (account_id, id, metric, value, entered_value, entered_unit,
                                     local_date, recorded_at, zone, source, note, check_in_id, version)
            select :owner, e.id, e.metric, e.value, e.entered_value, coalesce(e.entered_unit, m.unit),
                   :localDate, :recordedAt, :zone, 'typed', e.note, cast(:checkIn as uuid), 1
            from entry e
            left join metric m on m.account_id = :owner and m.key = e.metric
            where e.metric not like 'x-%'
               or (e.value between m.low and m.high and coalesce(e.entered_unit, m.unit) = m.unit)
            """;

    /** A row to be written. A unit may be absent where the metric is the account's own and has only one. */
    record ObservationRow(
            UUID id,
            String metric,
            BigDecimal value,
            BigDecimal enteredValue,
            @Nullable String enteredUnit,
            @Nullable String note) {}

    @Inject
    private Entities entities;

    @Inject
    private Sql sql;

    /**
     * Writes an entry and returns the number of rows written.
     *
     * @param checkIn the check-in to make for them, if any
     */
    int record(UUID owner, @Nullable UUID checkIn, Moment moment, @Nullable String dayNote, List<ObservationRow> rows) {
        return sql.update(
                RECORD,
                Parameters.of(moment)
                        .and("owner", owner)
                        .and("checkIn", checkIn)
                        .and("dayNote", dayNote)
                        .and("rows", json(rows)));
    }

    private static String json(List<ObservationRow> rows) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        for (ObservationRow row : rows) {
            JsonObjectBuilder object = Json.createObjectBuilder()
                    .add("id", row.id().toString())
                    .add("metric", row.metric())
                    .add("value", row.value())
                    .add("entered_value", row.enteredValue());
            Optional.ofNullable(row.enteredUnit()).ifPresent(unit -> object.add("entered_unit", unit));
            Optional.ofNullable(row.note()).ifPresent(note -> object.add("note", note));
            array.add(object);
        }
        return array.build().toString();
    }

    /** Also one that is deleted and not yet purged. */
    public Optional<Observation> find(UUID owner, UUID id) {
        return entities.manager()
                .createQuery("select o from Observation o where o.account = :owner and o.id = :id", Observation.class)
                .setParameter("owner", owner)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    /** Writes what has changed, so that the new version is known. */
    public void flush() {
        entities.manager().flush();
    }

    public Optional<CheckIn> checkIn(UUID owner, UUID id) {
        return entities.manager()
                .createQuery(
                        "select c from CheckIn c where c.account = :owner and c.id = :id and c.deletedAt is null",
                        CheckIn.class)
                .setParameter("owner", owner)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    public List<Observation> ofCheckIn(UUID owner, UUID checkIn) {
        return entities.manager()
                .createQuery("""
                        select o from Observation o
                        where o.account = :owner and o.checkIn = :checkIn and o.deletedAt is null order by o.id
                        """, Observation.class)
                .setParameter("owner", owner)
                .setParameter("checkIn", checkIn)
                .getResultList();
    }

    /** Deletes a check-in and the observations that are still in it, at one instant, by which they are restored together. */
    public boolean deleteCheckIn(UUID owner, UUID id, Instant now) {
        return sql.first("""
                        with day as (
                            update check_in set deleted_at = :now
                            where account_id = :owner and id = :id and deleted_at is null
                            returning account_id, id, deleted_at
                        ), gone as (
                            update observation o set deleted_at = day.deleted_at, version = version + 1 from day
                            where o.account_id = day.account_id and o.check_in_id = day.id and o.deleted_at is null
                        )
                        select id from day
                        """, UUID.class, with("owner", owner).and("id", id).and("now", now))
                .isPresent();
    }

    public boolean restoreCheckIn(UUID owner, UUID id) {
        return sql.first("""
                        with before as (
                            select account_id, id, deleted_at from check_in
                            where account_id = :owner and id = :id and deleted_at is not null
                        ), day as (
                            update check_in c set deleted_at = null from before
                            where c.account_id = before.account_id and c.id = before.id
                        ), back as (
                            update observation o set deleted_at = null, version = version + 1 from before
                            where o.account_id = before.account_id and o.check_in_id = before.id
                              and o.deleted_at = before.deleted_at
                        )
                        select id from before
                        """, UUID.class, with("owner", owner).and("id", id)).isPresent();
    }
}

package app.primaryassistant.metrics.control;

import static app.primaryassistant.platform.persistence.Parameters.with;

import app.primaryassistant.platform.paging.Cursor;
import app.primaryassistant.platform.persistence.Sql;
import app.primaryassistant.platform.time.CivilDay;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** An account's observations as a list, newest first. */
@ApplicationScoped
public class TimelineRepository {

    private static final String BEGINNING = """
            select o.id, o.metric, o.value, o.entered_value, o.entered_unit, o.local_date, o.recorded_at, o.zone, o.source,
                   o.note, c.note as day_note, o.check_in_id as check_in, o.version
            from observation o left join check_in c on c.account_id = o.account_id and c.id = o.check_in_id
            where o.account_id = :owner and o.deleted_at is null and o.local_date between :from and :to
              and (o.local_date, o.recorded_at, o.id) < (:day, :at, :id)
            """;
    private static final String OF_METRICS = " and o.metric = any (:metrics)";
    private static final String END = " order by o.local_date desc, o.recorded_at desc, o.id desc limit :limit";
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
            int version) {}

    @Inject
    private Sql sql;

    /**
     * A part of the timeline.
     *
     * @param metrics all of them if empty
     */
    public List<Listed> page(
            UUID owner,
            List<String> metrics,
            Optional<LocalDate> from,
            Optional<LocalDate> to,
            Cursor after,
            int limit) {
        return sql.list(
                metrics.isEmpty() ? ALL : SOME,
                Listed.class,
                with("owner", owner)
                        .and("from", from.orElse(CivilDay.EARLIEST))
                        .and("to", to.filter(day -> day.isBefore(after.day())).orElse(after.day()))
                        .and("day", after.day())
                        .and("at", after.at())
                        .and("id", after.id())
                        .and("metrics", metrics)
                        .and("limit", limit));
    }
}

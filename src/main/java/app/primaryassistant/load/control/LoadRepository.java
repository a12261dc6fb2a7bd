package app.primaryassistant.load.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** An account's workouts added up by civil day. One that is still going on is no session yet. */
@ApplicationScoped
public class LoadRepository {

    private static final String DAYS =
            """
            select local_date, round(coalesce(sum(intensity * duration_s / 60), 0), 1), count(*),
                   count(*) filter (where intensity is null or duration_s is null),
                   round(coalesce(sum(duration_s), 0) / 60.0), string_agg(distinct type, ',' order by type)
            from workout
            where account_id = cast(?1 as uuid) and deleted_at is null and ended_at is not null
              and local_date between cast(?2 as date) and cast(?3 as date)
            group by local_date order by local_date
            """;

    /**
     * A day of the calendar.
     *
     * @param minutes of the sessions whose duration is known
     * @param types the types of its sessions, each once
     */
    public record CalendarDay(DayLoad day, int minutes, List<String> types) {}

    @PersistenceContext
    private EntityManager entities;

    /** The days with a session, oldest first. */
    @SuppressWarnings("unchecked")
    public List<CalendarDay> days(UUID owner, LocalDate from, LocalDate to) {
        Stream<Object[]> rows = entities.createNativeQuery(DAYS)
                .setParameter(1, owner.toString())
                .setParameter(2, from.toString())
                .setParameter(3, to.toString())
                .getResultStream();
        return rows.map(row -> new CalendarDay(
                        new DayLoad(
                                ((Date) row[0]).toLocalDate(),
                                (BigDecimal) row[1],
                                ((Number) row[2]).intValue(),
                                ((Number) row[3]).intValue()),
                        ((Number) row[4]).intValue(),
                        List.of(((String) row[5]).split(","))))
                .toList();
    }
}

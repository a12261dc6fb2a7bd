package app.primaryassistant.progress.control;

import static app.primaryassistant.platform.persistence.Parameters.with;

import app.primaryassistant.platform.persistence.Sql;
import app.primaryassistant.progress.entity.DayLoad;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** An account's workouts added up by civil day. One that is still going on is no session yet. */
@ApplicationScoped
public class LoadRepository {

    private static final String DAYS = """
            select local_date as date, round(coalesce(sum(intensity * duration_s / 60), 0), 1) as load, count(*) as sessions,
                   count(*) filter (where intensity is null or duration_s is null) as unrated,
                   round(coalesce(sum(duration_s), 0) / 60.0) as minutes, array_agg(distinct type order by type) as types
            from logged_workout
            where account_id = :owner and ended_at is not null and local_date between :from and :to
            group by local_date order by local_date
            """;

    /**
     * A day of the calendar.
     *
     * @param minutes of the sessions whose duration is known
     * @param types the types of its sessions, each once
     */
    public record CalendarDay(DayLoad day, int minutes, List<String> types) {}

    @Inject
    private Sql sql;

    /** The days with a session, oldest first. */
    public List<CalendarDay> days(UUID owner, LocalDate from, LocalDate to) {
        return sql.list(
                DAYS, CalendarDay.class, with("owner", owner).and("from", from).and("to", to));
    }
}

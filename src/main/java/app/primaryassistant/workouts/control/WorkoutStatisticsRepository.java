package app.primaryassistant.workouts.control;

import static app.primaryassistant.platform.persistence.Parameters.with;

import app.primaryassistant.platform.persistence.Sql;
import app.primaryassistant.workouts.entity.WorkoutType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What PostgreSQL adds up from an account's workouts. A workout that is going on does not count yet, a set that was not done
 * never does, and a warm-up adds no volume. Weeks begin on Monday.
 */
@ApplicationScoped
public class WorkoutStatisticsRepository {

    private static final String SUMS = """
            select type, date_trunc('week', local_date::timestamp)::date as week, count(*) as sessions,
                   coalesce(sum(duration_s), 0) as seconds, coalesce(sum(sets), 0) as sets, coalesce(sum(volume), 0) as volume,
                   coalesce(sum(sets_without_body_weight), 0) as without_body_weight
            from workout
            where account_id = :owner and deleted_at is null and ended_at is not null and local_date between :from and :to
            group by grouping sets ((type), (date_trunc('week', local_date::timestamp)::date), ())
            order by week, count(*) desc, type
            """;

    /**
     * Workouts added up: those of one type, those of one week, or, where neither is said, all of them.
     *
     * @param week its Monday
     * @param seconds of those workouts whose duration is known
     * @param volume repetitions times what they lifted, in kg
     * @param withoutBodyWeight how many sets lifted the body, of which nobody said what it weighed: they add nothing
     */
    public record Sum(
            Optional<WorkoutType> type,
            Optional<LocalDate> week,
            int sessions,
            long seconds,
            int sets,
            BigDecimal volume,
            int withoutBodyWeight) {}

    @Inject
    private Sql sql;

    /** By type, the most frequent first, by week, the oldest first, and over all, from one day to another, both included. */
    public List<Sum> sums(UUID owner, LocalDate from, LocalDate to) {
        return sql.list(SUMS, Sum.class, with("owner", owner).and("from", from).and("to", to));
    }
}

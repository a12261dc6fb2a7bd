package app.primaryassistant.load.control;

import app.primaryassistant.platform.time.CivilDay;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How often an account trains, and how often it means to. */
@ApplicationScoped
public class AttendanceRepository {

    /** What most plans for general health come to; it holds until somebody sets a goal. */
    private static final int USUAL_GOAL = 3;

    /** At least one row, so that the goal is known where there are no workouts. */
    private static final String WEEKS =
            """
            select g.goal, w.week, w.sessions
            from (select coalesce((select sessions_per_week from training_goal where account_id = cast(?1 as uuid)),
                                  cast(?3 as integer)) as goal) as g
            left join (
                select cast(date_trunc('week', cast(local_date as timestamp)) as date) as week, count(*) as sessions
                from workout
                where account_id = cast(?1 as uuid) and deleted_at is null and ended_at is not null
                  and local_date between cast(?4 as date) and cast(?2 as date)
                group by 1) as w on true
            order by w.week
            """;

    private static final String SET_GOAL =
            """
            insert into training_goal (account_id, sessions_per_week, version) values (cast(?1 as uuid), ?2, 1)
            on conflict (account_id) do update set sessions_per_week = excluded.sessions_per_week, version = ?3 + 1
            where training_goal.version = ?3
            """;

    /**
     * How many sessions a week somebody means to do.
     *
     * @param version zero as long as it was never set
     */
    public record Goal(int sessionsPerWeek, int version) {}

    @PersistenceContext
    private EntityManager entities;

    /** The weeks of at most so many years up to a day, against the goal as it is now. */
    @SuppressWarnings("unchecked")
    public Attendance attendance(UUID owner, LocalDate on, int years) {
        List<@Nullable Object[]> rows = entities.createNativeQuery(WEEKS)
                .setParameter(1, owner.toString())
                .setParameter(2, on.toString())
                .setParameter(3, USUAL_GOAL)
                .setParameter(4, CivilDay.startOfWeek(on.minusYears(years)).toString())
                .getResultList();
        int goal = Optional.ofNullable(rows.getFirst()[0]).map(Number.class::cast).orElseThrow().intValue();
        return Attendance.of(
                rows.stream().filter(row -> row[1] != null).map(AttendanceRepository::week).toList(), goal, on);
    }

    private static WeekSessions week(Object[] row) {
        return new WeekSessions(((Date) row[1]).toLocalDate(), ((Number) row[2]).intValue());
    }

    @SuppressWarnings("unchecked")
    public Goal goal(UUID owner) {
        List<Object[]> rows = entities.createNativeQuery(
                        "select sessions_per_week, version from training_goal where account_id = cast(?1 as uuid)")
                .setParameter(1, owner.toString())
                .getResultList();
        return rows.stream()
                .findFirst()
                .map(row -> new Goal(((Number) row[0]).intValue(), ((Number) row[1]).intValue()))
                .orElse(new Goal(USUAL_GOAL, 0));
    }

    /** Sets the goal unless somebody did so since the version was read, and returns whether it was set. */
    public boolean setGoal(UUID owner, int sessionsPerWeek, int version) {
        return entities.createNativeQuery(SET_GOAL)
                        .setParameter(1, owner.toString())
                        .setParameter(2, sessionsPerWeek)
                        .setParameter(3, version)
                        .executeUpdate()
                == 1;
    }
}

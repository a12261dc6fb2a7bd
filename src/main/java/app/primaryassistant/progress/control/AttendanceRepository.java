package app.primaryassistant.progress.control;

import static app.primaryassistant.platform.persistence.Parameters.with;

import app.primaryassistant.platform.persistence.Sql;
import app.primaryassistant.platform.time.CivilDay;
import app.primaryassistant.progress.entity.WeekSessions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** How often an account trains, and how often it means to. */
@ApplicationScoped
public class AttendanceRepository {

    /** What most plans for general health come to; it holds until somebody sets a goal. */
    private static final int USUAL_GOAL = 3;

    /** At least one row, so that the goal is known where there are no workouts. */
    private static final String WEEKS = """
            select g.goal, w.week, w.sessions
            from (select coalesce((select sessions_per_week from training_goal where account_id = :owner),
                                  cast(:usual as integer)) as goal) as g
            left join (
                select cast(date_trunc('week', cast(local_date as timestamp)) as date) as week, count(*) as sessions
                from logged_workout
                where account_id = :owner and ended_at is not null and local_date between :from and :on
                group by 1) as w on true
            order by w.week
            """;

    private static final String GOAL = "select sessions_per_week, version from training_goal where account_id = :owner";

    private static final String SET_GOAL = """
            insert into training_goal (account_id, sessions_per_week, version) values (:owner, :sessions, 1)
            on conflict (account_id) do update set sessions_per_week = excluded.sessions_per_week, version = :version + 1
            where training_goal.version = :version
            """;

    /**
     * How many sessions a week somebody means to do.
     *
     * @param version zero as long as it was never set
     */
    public record Goal(int sessionsPerWeek, int version) {}

    private record WeekRow(int goal, Optional<WeekSessions> week) {}

    @Inject
    private Sql sql;

    /** The weeks of at most so many years up to a day, against the goal as it is now. */
    public Attendance attendance(UUID owner, LocalDate on, int years) {
        var parameters = with("owner", owner)
                .and("usual", USUAL_GOAL)
                .and("from", CivilDay.startOfWeek(on.minusYears(years)))
                .and("on", on);
        List<WeekRow> rows = sql.list(WEEKS, WeekRow.class, parameters);
        List<WeekSessions> weeks =
                rows.stream().flatMap(row -> row.week.stream()).toList();
        return Attendance.of(weeks, rows.getFirst().goal, on);
    }

    public Goal goal(UUID owner) {
        return sql.first(GOAL, Goal.class, with("owner", owner)).orElse(new Goal(USUAL_GOAL, 0));
    }

    /** Sets the goal unless somebody did so since the version was read, and returns whether it was set. */
    public boolean setGoal(UUID owner, int sessionsPerWeek, int version) {
        var parameters = with("owner", owner).and("sessions", sessionsPerWeek).and("version", version);
        return sql.update(SET_GOAL, parameters) == 1;
    }
}

package app.primaryassistant.workouts.control;

import static app.primaryassistant.platform.persistence.Parameters.with;

import app.primaryassistant.platform.paging.Cursor;
import app.primaryassistant.platform.persistence.Sql;
import app.primaryassistant.workouts.control.WorkoutReadingRepository.LastTime;
import app.primaryassistant.workouts.entity.WorkoutSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What an account did of an exercise, session by session, newest first. Only sets that were done count. */
@ApplicationScoped
public class ExerciseHistoryRepository {

    private static final String HISTORY = """
            select e.id as entry, e.workout_id as workout, e.local_date, e.started_at, w.title, e.note, s.sets, s.volume,
                   s.unweighed as without_body_weight
            from workout_exercise e
            join workout w on w.account_id = e.account_id and w.id = e.workout_id and w.deleted_at is null
            join exercises_of(e.account_id) x on x.id = e.exercise_id
            cross join lateral (
                select json_agg(s order by s.position, s.id) as sets,
                       coalesce(sum(s.reps * lifted(x.tracking, w.body_weight, s.weight)) filter (where s.kind <> 'warm-up'), 0) as volume,
                       count(*) filter (where x.tracking = 'bodyweight-reps' and w.body_weight is null
                                              and s.kind <> 'warm-up' and s.reps > 0) as unweighed
                from workout_set s where s.account_id = e.account_id and s.workout_exercise_id = e.id and s.done
            ) s
            where e.account_id = :owner and e.exercise_id = :exercise and (e.local_date, e.started_at, e.id) < (:day, :at, :id)
              and s.sets is not null
            order by e.local_date desc, e.started_at desc, e.id desc limit :limit
            """;

    /** The conditions are no joins, so that the index is walked from its newest entry and left at the first that fits. */
    private static final String LAST_TIMES = """
            select asked.id as exercise, last.workout_id as workout, last.local_date, last.sets
            from unnest(cast(:exercises as uuid[])) with ordinality as asked (id, place)
            cross join lateral (
                select e.workout_id, e.local_date,
                       (select json_agg(s order by s.position, s.id) from workout_set s
                        where s.account_id = e.account_id and s.workout_exercise_id = e.id and s.done) as sets
                from workout_exercise e
                where e.account_id = :owner and e.exercise_id = asked.id
                  and (select w.deleted_at is null from workout w where w.account_id = e.account_id and w.id = e.workout_id)
                  and (select bool_or(s.done) from workout_set s where s.account_id = e.account_id and s.workout_exercise_id = e.id)
                order by e.local_date desc, e.started_at desc, e.id desc limit 1
            ) last
            order by asked.place
            """;

    private static final String IS_KNOWN =
            "select true from exercises_of(:owner) where id = :exercise and deleted_at is null";

    /**
     * One session of an exercise.
     *
     * @param entry the exercise's place in the workout
     * @param volume repetitions times what they lifted but for warm-ups, in kg
     * @param withoutBodyWeight how many sets lifted the body, of which nobody said what it weighed: they add nothing
     */
    public record PastSession(
            UUID entry,
            UUID workout,
            LocalDate localDate,
            Instant startedAt,
            Optional<String> title,
            Optional<String> note,
            List<WorkoutSet> sets,
            BigDecimal volume,
            int withoutBodyWeight) {}

    /** An exercise and its last time. */
    public record Last(UUID exercise, LastTime time) {}

    private record SessionRow(
            UUID entry,
            UUID workout,
            LocalDate localDate,
            Instant startedAt,
            Optional<String> title,
            Optional<String> note,
            String sets,
            BigDecimal volume,
            int withoutBodyWeight) {

        PastSession session() {
            return new PastSession(
                    entry,
                    workout,
                    localDate,
                    startedAt,
                    title,
                    note,
                    WorkoutJson.sets(sets),
                    volume,
                    withoutBodyWeight);
        }
    }

    private record LastRow(UUID exercise, UUID workout, LocalDate localDate, String sets) {

        Last last() {
            return new Last(exercise, new LastTime(workout, localDate, WorkoutJson.sets(sets)));
        }
    }

    @Inject
    private Sql sql;

    public List<PastSession> page(UUID owner, UUID exercise, Cursor after, int limit) {
        var parameters = with("owner", owner)
                .and("exercise", exercise)
                .and("day", after.day())
                .and("at", after.at())
                .and("id", after.id())
                .and("limit", limit);
        return sql.list(HISTORY, SessionRow.class, parameters).stream()
                .map(SessionRow::session)
                .toList();
    }

    /** Those of the exercises that were ever done, in the order asked for. */
    public List<Last> lastTimes(UUID owner, List<UUID> exercises) {
        return sql.list(LAST_TIMES, LastRow.class, with("owner", owner).and("exercises", exercises)).stream()
                .map(LastRow::last)
                .toList();
    }

    public boolean isKnown(UUID owner, UUID exercise) {
        return sql.first(IS_KNOWN, Boolean.class, with("owner", owner).and("exercise", exercise))
                .isPresent();
    }
}

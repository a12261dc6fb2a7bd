package app.primaryassistant.workouts.control;

import static app.primaryassistant.platform.persistence.Parameters.with;

import app.primaryassistant.platform.paging.Cursor;
import app.primaryassistant.platform.persistence.Sql;
import app.primaryassistant.platform.time.CivilDay;
import app.primaryassistant.workouts.entity.WorkoutType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** An account's workouts as a list, newest first, each with what is in it in short. */
@ApplicationScoped
public class WorkoutListRepository {

    private static final String BEGINNING = """
            select id, local_date, started_at, zone, ended_at, type, title, duration_s as duration_seconds, intensity, source,
                   version, exercises, sets, volume, sets_without_body_weight as without_body_weight
            from workout w
            where account_id = :owner and deleted_at is null and local_date between :from and :to
              and (local_date, started_at, id) < (:day, :at, :id)
            """;
    private static final String OF_TYPES = " and type = any (:types)";
    private static final String FINISHED = " and ended_at is not null";
    private static final String GOING_ON = " and ended_at is null";
    private static final String WITH_EXERCISE = """
             and exists (select from workout_exercise e
                         where e.account_id = w.account_id and e.workout_id = w.id and e.exercise_id = :exercise)
            """;
    private static final String END = " order by local_date desc, started_at desc, id desc limit :limit";

    /**
     * Which workouts; what is empty does not matter.
     *
     * @param finished whether they are over or still going on
     */
    public record Wanted(
            List<WorkoutType> types,
            Optional<UUID> exercise,
            Optional<LocalDate> from,
            Optional<LocalDate> to,
            Optional<Boolean> finished) {}

    /**
     * A workout as it stands in a list.
     *
     * @param exercises in order
     * @param sets how many were done, warm-ups too
     * @param volume repetitions times what they lifted over the sets that were done but for warm-ups, in kg
     * @param withoutBodyWeight how many of these sets lifted the body, of which nobody said what it weighed: they add nothing
     */
    public record Listed(
            UUID id,
            LocalDate localDate,
            Instant startedAt,
            String zone,
            Optional<Instant> endedAt,
            WorkoutType type,
            Optional<String> title,
            Optional<Integer> durationSeconds,
            Optional<BigDecimal> intensity,
            String source,
            int version,
            List<UUID> exercises,
            int sets,
            BigDecimal volume,
            int withoutBodyWeight) {}

    @Inject
    private Sql sql;

    /** A part of the list. */
    public List<Listed> page(UUID owner, Wanted wanted, Cursor after, int limit) {
        var statement = new StringBuilder(BEGINNING);
        if (!wanted.types().isEmpty()) {
            statement.append(OF_TYPES);
        }
        wanted.finished().ifPresent(finished -> statement.append(finished ? FINISHED : GOING_ON));
        if (wanted.exercise().isPresent()) {
            statement.append(WITH_EXERCISE);
        }
        var parameters = with("owner", owner)
                .and("from", wanted.from().orElse(CivilDay.EARLIEST))
                .and("to", wanted.to().filter(day -> day.isBefore(after.day())).orElse(after.day()))
                .and("day", after.day())
                .and("at", after.at())
                .and("id", after.id())
                .and("types", wanted.types())
                .and("exercise", wanted.exercise())
                .and("limit", limit);
        return sql.list(statement.append(END).toString(), Listed.class, parameters);
    }
}

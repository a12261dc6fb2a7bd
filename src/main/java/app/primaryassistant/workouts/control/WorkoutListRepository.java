package app.primaryassistant.workouts.control;

import app.primaryassistant.platform.vocabulary.Keyed;
import app.primaryassistant.platform.paging.Cursor;
import app.primaryassistant.platform.persistence.PlainSql;
import app.primaryassistant.platform.time.CivilDay;
import app.primaryassistant.workouts.entity.WorkoutType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An account's workouts as a list, newest first, each with what is in it in short. */
@ApplicationScoped
public class WorkoutListRepository {

    private static final String BEGINNING =
            """
            with page as (
                select account_id, id, local_date, started_at, zone, ended_at, type, title, duration_s, intensity, source, version
                from workout w
                where account_id = ? and deleted_at is null and local_date between ? and ?
                  and (local_date, started_at, id) < (?, ?, ?)
            """;
    private static final String OF_TYPES = " and type = any (?)";
    private static final String FINISHED = " and ended_at is not null";
    private static final String GOING_ON = " and ended_at is null";
    private static final String WITH_EXERCISE =
            """
             and exists (select from workout_exercise e
                         where e.account_id = w.account_id and e.workout_id = w.id and e.exercise_id = ?)
            """;
    private static final String END =
            """
             order by local_date desc, started_at desc, id desc limit ?
            )
            select page.id, page.local_date, page.started_at, page.zone, page.ended_at, page.type, page.title, page.duration_s,
                   page.intensity, page.source, page.version, content.exercises, content.sets, content.volume, content.unweighed
            from page left join lateral (
                select array_agg(x.name order by e.position, e.id) as exercises, sum(s.sets) as sets, sum(s.volume) as volume,
                       sum(s.unweighed) as unweighed
                from workout_exercise e
                join known_exercise x on x.id = e.exercise_id and (x.account_id is null or x.account_id = e.account_id)
                left join lateral body_lifted(e.account_id, x.tracking, e.local_date) b on true
                left join lateral (
                    select count(*) filter (where s.done) as sets,
                           sum(s.reps * lifted(x.tracking, b.kilograms, s.weight)) filter (where s.done and s.kind <> 'warm-up') as volume,
                           count(*) filter (where x.tracking = 'bodyweight-reps' and b.kilograms is null
                                              and s.done and s.kind <> 'warm-up' and s.reps > 0) as unweighed
                    from workout_set s where s.account_id = e.account_id and s.workout_exercise_id = e.id
                ) s on true
                where e.account_id = page.account_id and e.workout_id = page.id
            ) content on true
            order by page.local_date desc, page.started_at desc, page.id desc
            """;

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
     * @param exercises their names, in order
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
            List<String> exercises,
            int sets,
            BigDecimal volume,
            int withoutBodyWeight) {

        static Listed from(ResultSet row) throws SQLException {
            return new Listed(
                    (UUID) row.getObject(1),
                    LocalDate.parse(row.getString(2)),
                    row.getTimestamp(3).toInstant(),
                    row.getString(4),
                    Optional.ofNullable(row.getTimestamp(5)).map(Timestamp::toInstant),
                    Keyed.of(WorkoutType.class, row.getString(6)),
                    Optional.ofNullable(row.getString(7)),
                    Optional.ofNullable(row.getBigDecimal(8)).map(BigDecimal::intValueExact),
                    Optional.ofNullable(row.getBigDecimal(9)),
                    row.getString(10),
                    row.getInt(11),
                    row.getArray(12) == null ? List.of() : List.of((String[]) row.getArray(12).getArray()),
                    row.getInt(13),
                    Optional.ofNullable(row.getBigDecimal(14)).orElse(BigDecimal.ZERO),
                    row.getInt(15));
        }
    }

    @Inject
    private PlainSql sql;

    /** A part of the list. */
    public List<Listed> page(UUID owner, Wanted wanted, Cursor after, int limit) {
        List<@Nullable Object> parameters = new ArrayList<>(Arrays.asList(
                owner,
                wanted.from().orElse(CivilDay.EARLIEST),
                wanted.to().filter(day -> day.isBefore(after.day())).orElse(after.day()),
                after.day(),
                after.at(),
                after.id()));
        var statement = new StringBuilder(BEGINNING);
        if (!wanted.types().isEmpty()) {
            statement.append(OF_TYPES);
            parameters.add(wanted.types().stream().map(WorkoutType::key).toList());
        }
        wanted.finished().ifPresent(finished -> statement.append(finished ? FINISHED : GOING_ON));
        wanted.exercise().ifPresent(exercise -> {
            statement.append(WITH_EXERCISE);
            parameters.add(exercise);
        });
        parameters.add(limit);
        return sql.list(statement.append(END).toString(), Listed::from, parameters.toArray());
    }
}

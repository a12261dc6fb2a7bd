package app.primaryassistant.strength.control;

import app.primaryassistant.platform.vocabulary.Keyed;
import app.primaryassistant.platform.figure.Decimals;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.math.BigDecimal;
import java.sql.Date;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Records as they were broken. PostgreSQL compares each workout with all before it; of the formula for the estimate it is
 * given the multiples, so that there is one formula only.
 */
@ApplicationScoped
public class RecordRepository {

    /** One row without an exercise where nothing was surpassed, none where the workout is not there. */
    private static final String BROKEN = "with " + PerformedSets.CTE
            + """
            , asked as (
                select w.id, w.local_date from workout w
                where w.account_id = cast(?1 as uuid) and w.deleted_at is null and %s
            ), formula as (
                select * from unnest(cast(?4 as numeric[]), cast(?5 as numeric[])) as f(repetitions, multiple)
            ), mark as (
                select p.exercise_id, p.name, p.workout_id, p.local_date, p.started_at,
                       max(p.weight) filter (where p.tracking <> 'bodyweight-reps') as weight,
                       max(p.weight) filter (where p.tracking = 'bodyweight-reps' and p.weight > 0) as added_weight,
                       max(p.reps) filter (where p.weight = 0) as repetitions,
                       max(p.load * p.reps) as set_volume,
                       sum(p.load * p.reps) as session_volume,
                       max(round(p.load * f.multiple, 1))
                           filter (where p.tracking in ('weight-reps', 'bodyweight-reps') and p.load > 0) as estimate
                from performed p
                left join formula f on f.repetitions = p.reps + coalesce(p.reserve, 0) and coalesce(p.reserve, 0) <= ?6
                where p.exercise_id in (select e.exercise_id from workout_exercise e
                                        where e.account_id = cast(?1 as uuid) and e.workout_id in (select id from asked))
                group by p.exercise_id, p.name, p.workout_id, p.local_date, p.started_at
            ), standing as (
                select m.exercise_id, m.name, m.workout_id, m.local_date, m.started_at, k.kind, k.value,
                       max(k.value) over (partition by m.exercise_id, k.kind
                                          order by m.local_date, m.started_at, m.workout_id
                                          rows between unbounded preceding and 1 preceding) as previous
                from mark m
                cross join lateral (values ('weight', nullif(m.weight, 0)), ('added-weight', m.added_weight),
                                           ('repetitions', m.repetitions),
                                           ('set-volume', nullif(m.set_volume, 0)),
                                           ('session-volume', nullif(m.session_volume, 0)),
                                           ('estimate', m.estimate)) as k(kind, value)
            )
            select cast(s.exercise_id as text), s.name, s.kind, s.value, s.previous, s.local_date, cast(s.workout_id as text)
            from %s known
            left join standing s on s.value > s.previous and s.workout_id in (select id from asked)
            order by s.local_date desc, s.started_at desc, s.workout_id, s.name, s.exercise_id
            """;

    private static final String SINCE =
            BROKEN.formatted("w.local_date between cast(?2 as date) and cast(?3 as date)", "(values (1))");
    private static final String OF_WORKOUT = BROKEN.formatted("w.id = cast(?2 as uuid)", "asked");

    private static final String REPETITIONS = array(OneRepetitionMaximum.repetitions());
    private static final String MULTIPLES = array(OneRepetitionMaximum.multiples());

    @PersistenceContext
    private EntityManager entities;

    /** Those broken on the days, the last ones first. */
    public List<BrokenRecord> broken(UUID owner, LocalDate from, LocalDate to) {
        return records(query(SINCE, owner).setParameter(2, from.toString()).setParameter(3, to.toString()))
                .orElse(List.of());
    }

    /** Those broken in a workout; empty if there is no such workout for this account. */
    public Optional<List<BrokenRecord>> broken(UUID owner, UUID workout) {
        return records(query(OF_WORKOUT, owner).setParameter(2, workout.toString()));
    }

    private Query query(String sql, UUID owner) {
        return entities.createNativeQuery(sql)
                .setParameter(1, owner.toString())
                .setParameter(4, REPETITIONS)
                .setParameter(5, MULTIPLES)
                .setParameter(6, OneRepetitionMaximum.MOST_IN_RESERVE);
    }

    @SuppressWarnings("unchecked")
    private static Optional<List<BrokenRecord>> records(Query query) {
        List<@Nullable Object[]> rows = query.getResultList();
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(rows.stream()
                .filter(row -> row[0] != null)
                .map(RecordRepository::record)
                .sorted(Comparator.comparing(BrokenRecord::on)
                        .reversed()
                        .thenComparing(BrokenRecord::exerciseName)
                        .thenComparing(BrokenRecord::kind))
                .toList());
    }

    private static BrokenRecord record(Object[] row) {
        return new BrokenRecord(
                UUID.fromString((String) row[0]),
                (String) row[1],
                Keyed.of(RecordKind.class, (String) row[2]),
                Decimals.plain((BigDecimal) row[3]),
                Decimals.plain((BigDecimal) row[4]),
                ((Date) row[5]).toLocalDate(),
                UUID.fromString((String) row[6]));
    }

    /** An array as PostgreSQL writes it. */
    private static String array(double[] numbers) {
        return Arrays.stream(numbers).mapToObj(Double::toString).collect(Collectors.joining(",", "{", "}"));
    }
}

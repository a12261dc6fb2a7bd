package app.primaryassistant.progress.control;

import static app.primaryassistant.platform.persistence.Parameters.with;

import app.primaryassistant.platform.figure.Decimals;
import app.primaryassistant.platform.persistence.Parameters;
import app.primaryassistant.platform.persistence.Sql;
import app.primaryassistant.progress.entity.BrokenRecord;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Records as they were broken. PostgreSQL compares each workout with all before it; of the formula for the estimate it is
 * given the multiples, so that there is one formula only.
 */
@ApplicationScoped
public class RecordRepository {

    private static final String ASKED = """
            with asked as (
                select w.id, w.local_date, w.started_at from logged_workout w
                where w.account_id = :owner and %s
            ),
            """;

    /**
     * What came before the first of the workouts is compared as if it were one. One row without an exercise where nothing was
     * surpassed, none where the workout is not there.
     */
    private static final String BROKEN = ASKED + PerformedSets.ofMany("""
                    select e.exercise_id from logged_exercise e
                    where e.account_id = :owner and e.workout_id in (select id from asked)
                    """) + """
            , formula as (
                select * from unnest(cast(:repetitions as numeric[]), cast(:multiples as numeric[])) as f(repetitions, multiple)
            ), mark as (
                select p.exercise_id, p.workout_id, p.local_date, p.started_at,
                       max(p.weight) filter (where p.tracking <> 'bodyweight-reps') as weight,
                       max(p.weight) filter (where p.tracking = 'bodyweight-reps' and p.weight > 0) as added_weight,
                       max(p.reps) filter (where p.weight = 0) as repetitions,
                       max(p.load * p.reps) as set_volume,
                       sum(p.load * p.reps) as session_volume,
                       max(p.load * f.multiple)
                           filter (where p.tracking in ('weight-reps', 'bodyweight-reps') and p.load > 0) as estimate
                from performed p
                left join formula f on f.repetitions = p.reps + coalesce(p.reserve, 0) and coalesce(p.reserve, 0) <= :most
                group by p.exercise_id, p.workout_id, p.local_date, p.started_at
            ), best as (
                select * from mark where workout_id in (select id from asked)
                union all
                select exercise_id, null, null, null, max(weight), max(added_weight), max(repetitions), max(set_volume),
                       max(session_volume), max(estimate)
                from mark
                where (local_date, started_at, workout_id)
                      < (select local_date, started_at, id from asked order by local_date, started_at, id limit 1)
                group by exercise_id
            ), standing as (
                select m.exercise_id, m.workout_id, m.local_date, m.started_at, k.kind, k.value,
                       max(k.value) over (partition by m.exercise_id, k.kind
                                          order by m.local_date nulls first, m.started_at, m.workout_id
                                          rows between unbounded preceding and 1 preceding) as previous
                from best m
                cross join lateral (values ('weight', nullif(m.weight, 0)), ('added-weight', m.added_weight),
                                           ('repetitions', m.repetitions),
                                           ('set-volume', nullif(m.set_volume, 0)),
                                           ('session-volume', nullif(m.session_volume, 0)),
                                           ('estimate', round(m.estimate, 1))) as k(kind, value)
            ), surpassed as (
                select s.exercise_id, n.name, s.kind, s.value, s.previous, s.local_date, s.started_at, s.workout_id
                from standing s join known n on n.id = s.exercise_id
                where s.value > s.previous and s.workout_id is not null
            )
            select s.exercise_id as exercise, s.name as exercise_name, s.kind, s.value, s.previous, s.local_date as on,
                   s.workout_id as workout
            from %s there left join surpassed s on true
            order by s.local_date desc, s.started_at desc, s.workout_id, s.name, s.exercise_id
            """;

    private static final String SINCE = BROKEN.formatted("w.local_date between :from and :to", "(values (1))");
    private static final String OF_WORKOUT = BROKEN.formatted("w.id = :workout", "asked");

    private static final String REPETITIONS = array(OneRepetitionMaximum.repetitions());
    private static final String MULTIPLES = array(OneRepetitionMaximum.multiples());

    private record BrokenRow(Optional<BrokenRecord> broken) {}

    @Inject
    private Sql sql;

    /** Those broken on the days, the last ones first. */
    public List<BrokenRecord> broken(UUID owner, LocalDate from, LocalDate to) {
        return records(SINCE, with("owner", owner).and("from", from).and("to", to))
                .orElse(List.of());
    }

    /** Those broken in a workout; empty if there is no such workout for this account. */
    public Optional<List<BrokenRecord>> broken(UUID owner, UUID workout) {
        return records(OF_WORKOUT, with("owner", owner).and("workout", workout));
    }

    private Optional<List<BrokenRecord>> records(String statement, Parameters asked) {
        var parameters = asked.and("repetitions", REPETITIONS)
                .and("multiples", MULTIPLES)
                .and("most", OneRepetitionMaximum.MOST_IN_RESERVE);
        List<BrokenRow> rows = sql.list(statement, BrokenRow.class, parameters);
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(rows.stream()
                .flatMap(row -> row.broken.stream())
                .map(RecordRepository::plain)
                .sorted(Comparator.comparing(BrokenRecord::on)
                        .reversed()
                        .thenComparing(BrokenRecord::exerciseName)
                        .thenComparing(BrokenRecord::kind))
                .toList());
    }

    private static BrokenRecord plain(BrokenRecord broken) {
        return new BrokenRecord(
                broken.exercise(),
                broken.exerciseName(),
                broken.kind(),
                Decimals.plain(broken.value()),
                Decimals.plain(broken.previous()),
                broken.on(),
                broken.workout());
    }

    /** An array as PostgreSQL writes it. */
    private static String array(double[] numbers) {
        return Arrays.stream(numbers).mapToObj(Double::toString).collect(Collectors.joining(",", "{", "}"));
    }
}

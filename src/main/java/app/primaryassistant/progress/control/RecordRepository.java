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

    /** One row without an exercise where nothing was surpassed, none where the workout is not there. */
    private static final String BROKEN = "with " + PerformedSets.CTE + """
            , asked as (
                select w.id, w.local_date from logged_workout w
                where w.account_id = :owner and %s
            ), formula as (
                select * from unnest(cast(:repetitions as numeric[]), cast(:multiples as numeric[])) as f(repetitions, multiple)
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
                left join formula f on f.repetitions = p.reps + coalesce(p.reserve, 0) and coalesce(p.reserve, 0) <= :most
                where p.exercise_id in (select e.exercise_id from logged_exercise e
                                        where e.account_id = :owner and e.workout_id in (select id from asked))
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
            select s.exercise_id as exercise, s.name as exercise_name, s.kind, s.value, s.previous, s.local_date as on,
                   s.workout_id as workout
            from %s known
            left join standing s on s.value > s.previous and s.workout_id in (select id from asked)
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

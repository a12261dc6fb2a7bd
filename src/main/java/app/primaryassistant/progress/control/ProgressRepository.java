package app.primaryassistant.progress.control;

import static app.primaryassistant.platform.persistence.Parameters.with;

import app.primaryassistant.platform.persistence.Sql;
import app.primaryassistant.progress.entity.LiftedSet;
import app.primaryassistant.progress.entity.LiftedSet.Body;
import app.primaryassistant.progress.entity.Performance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One exercise through all workouts. */
@ApplicationScoped
public class ProgressRepository {

    /** One row for an exercise that was never done, none for one that does not exist or is somebody else's. */
    private static final String PROGRESS = "with " + PerformedSets.ofOne(":exercise") + """
            select k.name, k.tracking, p.workout_id as workout, p.local_date, p.reps, p.reserve, max(p.weight) as weight,
                   count(*) as sets, coalesce(sum(p.load * p.reps), 0) as volume, p.body_weight as kilograms, p.weighed_on as measured_on
            from known k left join performed p on p.local_date <= :on
            group by k.name, k.tracking, p.workout_id, p.local_date, p.started_at, p.reps, p.reserve, p.body_weight, p.weighed_on
            order by p.local_date, p.started_at, p.workout_id, p.reps, p.reserve
            """;

    /** The way of recording an exercise in which the body is lifted too. */
    private static final String WITH_BODY_WEIGHT = "bodyweight-reps";

    /** The ways in which it is known what is lifted. */
    private static final Set<String> ESTIMABLE = Set.of("weight-reps", WITH_BODY_WEIGHT);

    /** An exercise and what was done of it. */
    public record Named(String name, ExerciseProgress progress) {}

    private record PerformanceRow(String name, String tracking, Optional<SetsColumns> sets) {}

    private record SetsColumns(
            UUID workout,
            LocalDate localDate,
            String tracking,
            Optional<Body.Weighs> body,
            int reps,
            @Nullable BigDecimal reserve,
            BigDecimal weight,
            int sets,
            BigDecimal volume) {

        Performance performance() {
            return new Performance(workout, localDate, new LiftedSet(weight, lifted(), reps, reserve), sets, volume);
        }

        private Body lifted() {
            return tracking.equals(WITH_BODY_WEIGHT)
                    ? body.<Body>map(weighs -> weighs).orElse(Body.UNKNOWN)
                    : Body.RESTS;
        }
    }

    @Inject
    private Sql sql;

    /** The progress up to a day; empty if there is no such exercise for this account. */
    public Optional<Named> find(UUID owner, UUID exercise, LocalDate on) {
        List<PerformanceRow> rows = sql.list(
                PROGRESS,
                PerformanceRow.class,
                with("owner", owner).and("exercise", exercise).and("on", on));
        List<Performance> performances = rows.stream()
                .flatMap(row -> row.sets.stream())
                .map(SetsColumns::performance)
                .toList();
        return rows.stream()
                .findFirst()
                .map(row -> new Named(row.name, new ExerciseProgress(ESTIMABLE.contains(row.tracking), performances)));
    }
}

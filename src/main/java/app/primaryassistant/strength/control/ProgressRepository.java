package app.primaryassistant.strength.control;

import app.primaryassistant.strength.control.LiftedSet.Body;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.sql.Date;
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
    private static final String PROGRESS = "with " + PerformedSets.CTE
            + """
            , known as (
                select name, tracking from known_exercise
                where id = cast(?2 as uuid) and (account_id is null or account_id = cast(?1 as uuid))
            )
            select k.name, k.tracking, cast(p.workout_id as text), p.local_date, p.reps, p.reserve, max(p.weight), count(*),
                   coalesce(sum(p.load * p.reps), 0), p.body, p.body_on
            from known k left join performed p on p.exercise_id = cast(?2 as uuid) and p.local_date <= cast(?3 as date)
            group by k.name, k.tracking, p.workout_id, p.local_date, p.started_at, p.reps, p.reserve, p.body, p.body_on
            order by p.local_date, p.started_at, p.workout_id, p.reps, p.reserve
            """;

    /** The way of recording an exercise in which the body is lifted too. */
    private static final String WITH_BODY_WEIGHT = "bodyweight-reps";

    /** The ways in which it is known what is lifted. */
    private static final Set<String> ESTIMABLE = Set.of("weight-reps", WITH_BODY_WEIGHT);

    /** An exercise and what was done of it. */
    public record Named(String name, ExerciseProgress progress) {}

    @PersistenceContext
    private EntityManager entities;

    /** The progress up to a day; empty if there is no such exercise for this account. */
    @SuppressWarnings("unchecked")
    public Optional<Named> find(UUID owner, UUID exercise, LocalDate on) {
        List<@Nullable Object[]> rows = entities.createNativeQuery(PROGRESS)
                .setParameter(1, owner.toString())
                .setParameter(2, exercise.toString())
                .setParameter(3, on.toString())
                .getResultList();
        return rows.stream()
                .findFirst()
                .map(row -> new Named(
                        (String) row[0],
                        new ExerciseProgress(
                                ESTIMABLE.contains((String) row[1]),
                                rows.stream()
                                        .filter(performed -> performed[2] != null)
                                        .map(ProgressRepository::performance)
                                        .toList())));
    }

    private static Performance performance(Object[] row) {
        return new Performance(
                UUID.fromString((String) row[2]),
                ((Date) row[3]).toLocalDate(),
                new LiftedSet((BigDecimal) row[6], body(row), ((Number) row[4]).intValue(), (BigDecimal) row[5]),
                ((Number) row[7]).intValue(),
                (BigDecimal) row[8]);
    }

    private static Body body(@Nullable Object[] row) {
        if (!WITH_BODY_WEIGHT.equals(row[1])) {
            return Body.RESTS;
        }
        return row[9] instanceof BigDecimal kilograms && row[10] instanceof Date day
                ? new Body.Weighs(kilograms, day.toLocalDate())
                : Body.UNKNOWN;
    }
}

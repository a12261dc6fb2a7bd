package app.primaryassistant.strength.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** What each muscle was given, added up by week. */
@ApplicationScoped
public class MuscleRepository {

    private static final String WEEKS = "with " + PerformedSets.CTE
            + """
            , worked as (
                select cast(date_trunc('week', cast(p.local_date as timestamp)) as date) as week, p.exercise_id,
                       count(*) filter (where p.reserve is null or p.reserve <= ?4) as sets,
                       count(*) filter (where p.reserve is null) as without_reserve,
                       coalesce(sum(p.load * p.reps), 0) as volume
                from performed p
                where p.local_date between cast(?2 as date) and cast(?3 as date)
                group by 1, 2
            )
            select w.week, m.muscle, sum(w.sets * m.share), sum(w.without_reserve * m.share), round(sum(w.volume * m.share), 1)
            from worked w
            join known_exercise k on k.id = w.exercise_id and (k.account_id is null or k.account_id = cast(?1 as uuid))
            cross join lateral (
                select muscle, max(share) as share
                from (select unnest(k.primary_muscles) as muscle, cast(1 as numeric) as share
                      union all
                      select unnest(k.secondary_muscles), cast(?5 as numeric)) as trained
                group by muscle
            ) as m
            group by w.week, m.muscle
            order by w.week, m.muscle
            """;

    @PersistenceContext
    private EntityManager entities;

    /** The weeks from a Monday to a day in which a muscle was trained, oldest first. */
    @SuppressWarnings("unchecked")
    public List<MuscleWeek> weeks(UUID owner, LocalDate monday, LocalDate to) {
        Stream<Object[]> rows = entities.createNativeQuery(WEEKS)
                .setParameter(1, owner.toString())
                .setParameter(2, monday.toString())
                .setParameter(3, to.toString())
                .setParameter(4, HardSets.MOST_IN_RESERVE)
                .setParameter(5, HardSets.SHARE_OF_A_SECONDARY_MUSCLE)
                .getResultStream();
        return rows.map(row -> new MuscleWeek(
                        ((Date) row[0]).toLocalDate(),
                        (String) row[1],
                        (BigDecimal) row[2],
                        (BigDecimal) row[3],
                        (BigDecimal) row[4]))
                .toList();
    }
}

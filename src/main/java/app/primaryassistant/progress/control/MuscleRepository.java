package app.primaryassistant.progress.control;

import static app.primaryassistant.platform.persistence.Parameters.with;

import app.primaryassistant.platform.persistence.Sql;
import app.primaryassistant.progress.entity.MuscleWeek;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What each muscle was given, added up by week. */
@ApplicationScoped
public class MuscleRepository {

    private static final String WEEKS =
            "with " + PerformedSets.ofMany("select exercise_id from logged_exercise where account_id = :owner") + """
            , worked as (
                select cast(date_trunc('week', cast(p.local_date as timestamp)) as date) as week, p.exercise_id,
                       count(*) filter (where p.reserve is null or p.reserve <= :most) as sets,
                       count(*) filter (where p.reserve is null) as without_reserve,
                       coalesce(sum(p.load * p.reps), 0) as volume
                from performed p
                where p.local_date between :from and :to
                group by 1, 2
            )
            select w.week, m.muscle, sum(w.sets * m.share) as sets, sum(w.without_reserve * m.share) as without_reserve,
                   round(sum(w.volume * m.share), 1) as volume
            from known k
            cross join lateral (
                select muscle, max(share) as share
                from (select unnest(k.primary_muscles) as muscle, cast(1 as numeric) as share
                      union all
                      select unnest(k.secondary_muscles), cast(:share as numeric)) as trained
                group by muscle
            ) as m
            join worked w on w.exercise_id = k.id
            group by w.week, m.muscle
            order by w.week, m.muscle
            """;

    @Inject
    private Sql sql;

    /** The weeks from a Monday to a day in which a muscle was trained, oldest first. */
    public List<MuscleWeek> weeks(UUID owner, LocalDate monday, LocalDate to) {
        var parameters = with("owner", owner)
                .and("from", monday)
                .and("to", to)
                .and("most", HardSets.MOST_IN_RESERVE)
                .and("share", HardSets.SHARE_OF_A_SECONDARY_MUSCLE);
        return sql.list(WEEKS, MuscleWeek.class, parameters);
    }
}

package app.primaryassistant.metrics.control;

import static app.primaryassistant.platform.persistence.Parameters.with;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import app.primaryassistant.platform.persistence.Parameters;
import app.primaryassistant.platform.persistence.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What an account has recorded around a day, apart from what is kept under one id: a measurement's or a check-in's. */
@ApplicationScoped
public class NearbyRepository {

    /** Enough for a median that a few wrong values do not move, few enough to follow a change. */
    static final int NEAREST_DAYS = 15;

    static final int REACH_DAYS = 90;

    @Inject
    private Sql sql;

    private record NearbyMean(String metric, DayMean mean) {}

    /** By metric, the means of the days nearest to a day, before it or after. */
    public Map<String, List<DayMean>> nearest(UUID owner, Collection<String> metrics, LocalDate day, UUID apartFrom) {
        return sql
                .list(
                        """
                        select metric, date, value, 1 as count from (
                            select metric, local_date as date, round(avg(value), 6) as value,
                                   row_number() over (partition by metric order by abs(local_date - :day), local_date) as place
                            from observation
                            where account_id = :owner and metric = any (:metrics) and deleted_at is null
                              and local_date between :day - :reach and :day + :reach
                              and id <> :apartFrom and check_in_id is distinct from :apartFrom
                            group by metric, local_date
                        ) as days
                        where place <= :nearest
                        """,
                        NearbyMean.class,
                        around(owner, metrics, day, apartFrom)
                                .and("reach", REACH_DAYS)
                                .and("nearest", NEAREST_DAYS))
                .stream()
                .collect(groupingBy(NearbyMean::metric, mapping(NearbyMean::mean, toList())));
    }

    /** By metric, what a day has already, earliest first. */
    public Map<String, List<PreviousValue>> sameDay(
            UUID owner, Collection<String> metrics, LocalDate day, UUID apartFrom) {
        return sql.list("""
                        select metric, value, entered_value, entered_unit from observation
                        where account_id = :owner and metric = any (:metrics) and deleted_at is null and local_date = :day
                          and id <> :apartFrom and check_in_id is distinct from :apartFrom
                        order by recorded_at, id
                        """, PreviousValue.class, around(owner, metrics, day, apartFrom)).stream()
                .collect(groupingBy(PreviousValue::metric));
    }

    private static Parameters around(UUID owner, Collection<String> metrics, LocalDate day, UUID apartFrom) {
        return with("owner", owner)
                .and("metrics", List.copyOf(metrics))
                .and("day", day)
                .and("apartFrom", apartFrom);
    }
}

package app.primaryassistant.metrics.control;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.sql.Date;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** What an account has recorded around a day, apart from what is kept under one id: a measurement's or a check-in's. */
@ApplicationScoped
public class NearbyRepository {

    /** Enough for a median that a few wrong values do not move, few enough to follow a change. */
    static final int NEAREST_DAYS = 15;

    static final int REACH_DAYS = 90;

    @PersistenceContext
    private EntityManager entities;

    /** By metric, the means of the days nearest to a day, before it or after. */
    public Map<String, List<DayMean>> nearest(UUID owner, Collection<String> metrics, LocalDate day, UUID apartFrom) {
        return rows(
                        """
                        select metric, local_date, mean from (
                            select metric, local_date, round(avg(value), 6) as mean,
                                   row_number() over (partition by metric order by abs(local_date - cast(?3 as date)), local_date) as place
                            from observation
                            where account_id = cast(?1 as uuid) and metric = any (string_to_array(?2, ',')) and deleted_at is null
                              and local_date between cast(?3 as date) - %d and cast(?3 as date) + %1$d
                              and id <> cast(?4 as uuid) and check_in_id is distinct from cast(?4 as uuid)
                            group by metric, local_date
                        ) as days
                        where place <= %d
                        """.formatted(REACH_DAYS, NEAREST_DAYS),
                        owner,
                        metrics,
                        day,
                        apartFrom)
                .collect(groupingBy(
                        row -> (String) row[0],
                        mapping(row -> new DayMean(((Date) row[1]).toLocalDate(), (BigDecimal) row[2], 1), toList())));
    }

    /** By metric, what a day has already, earliest first. */
    public Map<String, List<Earlier>> sameDay(UUID owner, Collection<String> metrics, LocalDate day, UUID apartFrom) {
        return rows(
                        """
                        select metric, value, entered_value, entered_unit from observation
                        where account_id = cast(?1 as uuid) and metric = any (string_to_array(?2, ',')) and deleted_at is null
                          and local_date = cast(?3 as date)
                          and id <> cast(?4 as uuid) and check_in_id is distinct from cast(?4 as uuid)
                        order by recorded_at, id
                        """,
                        owner,
                        metrics,
                        day,
                        apartFrom)
                .map(row -> new Earlier((String) row[0], (BigDecimal) row[1], (BigDecimal) row[2], (String) row[3]))
                .collect(groupingBy(Earlier::metric));
    }

    /** The keys of metrics have no comma. */
    @SuppressWarnings("unchecked")
    private Stream<Object[]> rows(String sql, UUID owner, Collection<String> metrics, LocalDate day, UUID apartFrom) {
        return entities.createNativeQuery(sql)
                .setParameter(1, owner.toString())
                .setParameter(2, String.join(",", metrics))
                .setParameter(3, day.toString())
                .setParameter(4, apartFrom.toString())
                .getResultStream();
    }
}

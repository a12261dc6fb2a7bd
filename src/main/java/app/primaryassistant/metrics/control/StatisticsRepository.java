package app.primaryassistant.metrics.control;

import app.primaryassistant.metrics.entity.BuiltInMetric;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.sql.Date;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** What PostgreSQL adds up from an account's observations, by civil day. */
@ApplicationScoped
public class StatisticsRepository {

    @PersistenceContext
    private EntityManager entities;

    /** The mean of each day that has a value, oldest first. */
    public List<DayMean> dayMeans(UUID owner, String metric, LocalDate from, LocalDate to) {
        return rows(
                        """
                        select local_date, round(avg(value), 6), count(*) from observation
                        where account_id = cast(?1 as uuid) and metric = ?2 and deleted_at is null
                          and local_date between cast(?3 as date) and cast(?4 as date)
                        group by local_date order by local_date
                        """,
                        owner.toString(),
                        metric,
                        from.toString(),
                        to.toString())
                .map(row -> dayMean(row, 0))
                .toList();
    }

    /** For each built-in metric its latest day mean in the window that ends on a day. */
    public Map<BuiltInMetric, DayMean> latest(UUID owner, LocalDate from, LocalDate to) {
        Map<BuiltInMetric, DayMean> latest = new EnumMap<>(BuiltInMetric.class);
        rows(
                        """
                        select distinct on (metric) metric, local_date, round(avg(value), 6), count(*) from observation
                        where account_id = cast(?1 as uuid) and deleted_at is null
                          and local_date between cast(?2 as date) and cast(?3 as date)
                        group by metric, local_date order by metric, local_date desc
                        """,
                        owner.toString(),
                        from.toString(),
                        to.toString())
                .forEach(row -> BuiltInMetric.ofKey((String) row[0]).ifPresent(metric -> latest.put(metric, dayMean(row, 1))));
        return latest;
    }

    /** A metric over one window. The latest value is that of the widest window and so the same in each. */
    public record WindowRow(
            String metric,
            int days,
            long count,
            BigDecimal mean,
            BigDecimal latest,
            LocalDate latestOn,
            BigDecimal latestEntered,
            String latestEnteredUnit) {}

    /** Every metric over the windows of 7, 30, 90 and 365 days that end on a day. Each is the latest part of one pass over a year. */
    public List<WindowRow> windows(UUID owner, LocalDate on) {
        return rows(
                        """
                        with year as (
                            select metric,
                                   array_agg(value order by local_date desc, recorded_at desc, id desc) as value,
                                   array_agg(local_date order by local_date desc, recorded_at desc, id desc) as day,
                                   array_agg(entered_value order by local_date desc, recorded_at desc, id desc) as entered_value,
                                   array_agg(entered_unit order by local_date desc, recorded_at desc, id desc) as entered_unit,
                                   count(*) filter (where local_date > cast(?2 as date) - 7) as n7,
                                   avg(value) filter (where local_date > cast(?2 as date) - 7) as mean7,
                                   count(*) filter (where local_date > cast(?2 as date) - 30) as n30,
                                   avg(value) filter (where local_date > cast(?2 as date) - 30) as mean30,
                                   count(*) filter (where local_date > cast(?2 as date) - 90) as n90,
                                   avg(value) filter (where local_date > cast(?2 as date) - 90) as mean90,
                                   count(*) as n365,
                                   avg(value) as mean365
                            from observation
                            where account_id = cast(?1 as uuid) and deleted_at is null
                              and local_date > cast(?2 as date) - 365 and local_date <= cast(?2 as date)
                            group by metric
                        )
                        select metric, days, n, round(mean, 6), value[1], day[1], entered_value[1], entered_unit[1]
                        from year
                        cross join lateral (values (7, n7, mean7), (30, n30, mean30), (90, n90, mean90), (365, n365, mean365))
                            as span(days, n, mean)
                        where n > 0
                        order by metric, days
                        """,
                        owner.toString(),
                        on.toString())
                .map(row -> new WindowRow(
                        (String) row[0],
                        (Integer) row[1],
                        (Long) row[2],
                        (BigDecimal) row[3],
                        (BigDecimal) row[4],
                        ((Date) row[5]).toLocalDate(),
                        (BigDecimal) row[6],
                        (String) row[7]))
                .toList();
    }

    private static DayMean dayMean(Object[] row, int at) {
        return new DayMean(
                ((Date) row[at]).toLocalDate(), (BigDecimal) row[at + 1], Math.toIntExact((Long) row[at + 2]));
    }

    @SuppressWarnings("unchecked")
    private Stream<Object[]> rows(String sql, String... parameters) {
        var query = entities.createNativeQuery(sql);
        for (int i = 0; i < parameters.length; i++) {
            query.setParameter(i + 1, parameters[i]);
        }
        return query.getResultStream();
    }
}

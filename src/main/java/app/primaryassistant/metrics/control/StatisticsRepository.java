package app.primaryassistant.metrics.control;

import static app.primaryassistant.platform.persistence.Parameters.with;

import app.primaryassistant.metrics.entity.BuiltInMetric;
import app.primaryassistant.platform.persistence.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What PostgreSQL adds up from an account's observations, by civil day. */
@ApplicationScoped
public class StatisticsRepository {

    @Inject
    private Sql sql;

    /** The mean of each day that has a value, oldest first. */
    public List<DayMean> dayMeans(UUID owner, String metric, LocalDate from, LocalDate to) {
        return sql.list(
                """
                select local_date as date, round(avg(value), 6) as value, count(*) as count from observation
                where account_id = :owner and metric = :metric and deleted_at is null and local_date between :from and :to
                group by local_date order by local_date
                """,
                DayMean.class,
                with("owner", owner).and("metric", metric).and("from", from).and("to", to));
    }

    private record MetricMean(String metric, DayMean mean) {}

    /** For each built-in metric its latest day mean in the window that ends on a day. */
    public Map<BuiltInMetric, DayMean> latest(UUID owner, LocalDate from, LocalDate to) {
        Map<BuiltInMetric, DayMean> latest = new EnumMap<>(BuiltInMetric.class);
        sql.list("""
                        select distinct on (metric) metric, local_date as date, round(avg(value), 6) as value, count(*) as count
                        from observation
                        where account_id = :owner and deleted_at is null and local_date between :from and :to
                        group by metric, local_date order by metric, local_date desc
                        """, MetricMean.class, with("owner", owner).and("from", from).and("to", to))
                .forEach(row -> BuiltInMetric.ofKey(row.metric()).ifPresent(metric -> latest.put(metric, row.mean())));
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
        return sql.list("""
                with year as (
                    select metric,
                           array_agg(value order by local_date desc, recorded_at desc, id desc) as value,
                           array_agg(local_date order by local_date desc, recorded_at desc, id desc) as day,
                           array_agg(entered_value order by local_date desc, recorded_at desc, id desc) as entered_value,
                           array_agg(entered_unit order by local_date desc, recorded_at desc, id desc) as entered_unit,
                           count(*) filter (where local_date > :on - 7) as n7,
                           avg(value) filter (where local_date > :on - 7) as mean7,
                           count(*) filter (where local_date > :on - 30) as n30,
                           avg(value) filter (where local_date > :on - 30) as mean30,
                           count(*) filter (where local_date > :on - 90) as n90,
                           avg(value) filter (where local_date > :on - 90) as mean90,
                           count(*) as n365,
                           avg(value) as mean365
                    from observation
                    where account_id = :owner and deleted_at is null
                      and local_date > :on - 365 and local_date <= :on
                    group by metric
                )
                select metric, days, n as count, round(mean, 6) as mean, value[1] as latest, day[1] as latest_on,
                       entered_value[1] as latest_entered, entered_unit[1] as latest_entered_unit
                from year
                cross join lateral (values (7, n7, mean7), (30, n30, mean30), (90, n90, mean90), (365, n365, mean365))
                    as span(days, n, mean)
                where n > 0
                order by metric, days
                """, WindowRow.class, with("owner", owner).and("on", on));
    }
}

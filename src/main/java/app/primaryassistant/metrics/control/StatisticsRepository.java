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

    /**
     * Each metric that has a value in the year is found by stepping through an index, and so is its latest one. A value is added
     * up once, in the narrowest window it is in; the wider ones are sums of those.
     */
    private static final String WINDOWS = """
            with recursive measured(metric) as (
                (select metric from observation where account_id = :owner and deleted_at is null order by metric limit 1)
                union all
                select (select o.metric from observation o
                        where o.account_id = :owner and o.deleted_at is null and o.metric > m.metric order by o.metric limit 1)
                from measured m where m.metric is not null
            )
            select m.metric, span.days, sum(part.count) as count, round(sum(part.sum) / sum(part.count), 6) as mean,
                   latest.value as latest, latest.local_date as latest_on, latest.entered_value as latest_entered,
                   latest.entered_unit as latest_entered_unit
            from measured m
            cross join lateral (
                select o.value, o.local_date, o.entered_value, o.entered_unit from observation o
                where o.account_id = :owner and o.metric = m.metric and o.deleted_at is null
                  and o.local_date > :on - 365 and o.local_date <= :on
                order by o.local_date desc, o.recorded_at desc, o.id desc limit 1
            ) latest
            cross join lateral (
                select case when o.local_date > :on - 7 then 7 when o.local_date > :on - 30 then 30
                            when o.local_date > :on - 90 then 90 else 365 end as days, count(*) as count, sum(o.value) as sum
                from observation o
                where o.account_id = :owner and o.metric = m.metric and o.deleted_at is null
                  and o.local_date > :on - 365 and o.local_date <= :on
                group by 1
            ) part
            join (values (7), (30), (90), (365)) as span(days) on span.days >= part.days
            group by m.metric, span.days, latest.value, latest.local_date, latest.entered_value, latest.entered_unit
            order by m.metric, span.days
            """;

    /** Every metric over the windows of 7, 30, 90 and 365 days that end on a day. */
    public List<WindowRow> windows(UUID owner, LocalDate on) {
        return sql.list(WINDOWS, WindowRow.class, with("owner", owner).and("on", on));
    }
}

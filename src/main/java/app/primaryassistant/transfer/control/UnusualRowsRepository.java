package app.primaryassistant.transfer.control;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import app.primaryassistant.metrics.control.Measurable;
import app.primaryassistant.metrics.control.Outliers;
import app.primaryassistant.metrics.control.Outliers.Outlier;
import app.primaryassistant.metrics.control.UsualRange;
import app.primaryassistant.platform.persistence.PlainSql;
import app.primaryassistant.transfer.control.Findings.Unusual;
import app.primaryassistant.transfer.control.Findings.UnusualValue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/** Which values of a file are far from the others of their metric, its own and those that are here already. */
@ApplicationScoped
public class UnusualRowsRepository {

    /** What is there already comes in no more. A metric has a row for each day, not for each value. */
    private static final String DAYS =
            """
            with file as (
                select v.metric, v.local_date, avg(v.value) as mean, min(v.value) as lowest, max(v.value) as highest
                from import_value v
                where v.account_id = ? and v.import_id = ? and not %s
                group by v.metric, v.local_date
            ), here as (
                select o.metric, o.local_date, avg(o.value) as mean
                from observation o
                where o.account_id = ? and o.deleted_at is null and o.metric in (select metric from file)
                group by o.metric, o.local_date
            )
            select metric, local_date, coalesce(here.mean, file.mean) as mean, file.lowest, file.highest
            from file full join here using (metric, local_date)
            order by metric, local_date
            """
                    .formatted(WaitingRowsRepository.VALUE_IS_THERE);

    private static final String VALUES =
            """
            select v.line, v.local_date, v.value, v.entered_value, v.entered_unit
            from import_value v
            where v.account_id = ? and v.import_id = ? and v.metric = ? and v.local_date = any (cast(? as date[])) and not %s
            order by v.line
            """
                    .formatted(WaitingRowsRepository.VALUE_IS_THERE);

    @Inject
    private PlainSql sql;

    private record Known(String metric, Outliers.Day day) {}

    Unusual find(UUID owner, UUID id, List<Measurable> metrics) {
        Map<String, String> labels = metrics.stream().collect(toMap(Measurable::key, Measurable::label));
        List<UnusualValue> all = days(owner, id).entrySet().stream()
                .flatMap(metric -> {
                    List<Outlier> outliers = Outliers.among(metric.getKey(), metric.getValue());
                    String label = labels.getOrDefault(metric.getKey(), metric.getKey());
                    return outliers.isEmpty() ? Stream.empty() : values(owner, id, metric.getKey(), label, outliers);
                })
                .sorted(Comparator.comparingLong(UnusualValue::line))
                .toList();
        return new Unusual(all.size(), all.stream().limit(Staging.SHOWN).toList());
    }

    private Map<String, List<Outliers.Day>> days(UUID owner, UUID id) {
        return sql.list(
                        DAYS,
                        row -> new Known(
                                row.getString("metric"),
                                new Outliers.Day(
                                        row.getDate("local_date").toLocalDate(),
                                        row.getBigDecimal("mean"),
                                        row.getBigDecimal("lowest"),
                                        row.getBigDecimal("highest"))),
                        owner,
                        id,
                        owner)
                .stream()
                .collect(groupingBy(Known::metric, mapping(Known::day, toList())));
    }

    private Stream<UnusualValue> values(UUID owner, UUID id, String metric, String label, List<Outlier> outliers) {
        record Found(UnusualValue value, BigDecimal canonical, UsualRange usual) {}
        Map<LocalDate, UsualRange> usual = outliers.stream().collect(toMap(Outlier::date, Outlier::usual));
        List<Found> found = sql.list(
                VALUES,
                row -> {
                    LocalDate day = row.getDate("local_date").toLocalDate();
                    UsualRange range = Objects.requireNonNull(usual.get(day));
                    String unit = row.getString("entered_unit");
                    return new Found(
                            new UnusualValue(
                                    row.getLong("line"),
                                    label,
                                    day,
                                    row.getBigDecimal("entered_value").stripTrailingZeros(),
                                    unit,
                                    range.typicalIn(unit).orElse(null)),
                            row.getBigDecimal("value"),
                            range);
                },
                owner,
                id,
                metric,
                usual.keySet().stream().map(LocalDate::toString).toList());
        return found.stream().filter(one -> !one.usual().contains(one.canonical())).map(Found::value);
    }
}

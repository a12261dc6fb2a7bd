package app.primaryassistant.imports.control;

import static app.primaryassistant.platform.persistence.Parameters.with;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import app.primaryassistant.imports.entity.Findings.Unusual;
import app.primaryassistant.imports.entity.Findings.UnusualValue;
import app.primaryassistant.metrics.control.ImportedObservationRepository;
import app.primaryassistant.metrics.control.Measurable;
import app.primaryassistant.metrics.control.Outliers;
import app.primaryassistant.metrics.control.UsualRange;
import app.primaryassistant.platform.persistence.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which values of a file are far from the others of their metric, its own and those that are here already. */
@ApplicationScoped
public class OutlierRowRepository {

    /** What is there already comes in no more. A metric has a row for each day, not for each value. */
    private static final String DAYS = """
            with file as (
                select v.metric, v.local_date, avg(v.value) as mean, min(v.value) as lowest, max(v.value) as highest
                from import_value v
                where v.account_id = :owner and v.import_id = :id and not %s
                group by v.metric, v.local_date
            ), here as (
                select o.metric, o.local_date, avg(o.value) as mean
                from recorded_value o
                where o.account_id = :owner and o.metric in (select metric from file)
                group by o.metric, o.local_date
            )
            select metric, local_date, coalesce(here.mean, file.mean) as mean, file.lowest, file.highest
            from file full join here using (metric, local_date)
            order by metric, local_date
            """.formatted(ImportedObservationRepository.IS_THERE);

    private static final String VALUES = """
            select v.metric, v.line, v.local_date, v.value, v.entered_value, v.entered_unit
            from import_value v
            join unnest(cast(:metrics as text[]), cast(:days as date[])) o(metric, local_date) using (metric, local_date)
            where v.account_id = :owner and v.import_id = :id and not %s
            order by v.line
            """.formatted(ImportedObservationRepository.IS_THERE);

    @Inject
    private Sql sql;

    private record DayRow(
            String metric,
            LocalDate localDate,
            BigDecimal mean,
            @Nullable BigDecimal lowest,
            @Nullable BigDecimal highest) {}

    private record ValueRow(
            String metric,
            long line,
            LocalDate localDate,
            BigDecimal value,
            BigDecimal enteredValue,
            String enteredUnit) {}

    private record MetricDay(String metric, LocalDate date) {}

    Unusual find(UUID owner, UUID id, List<Measurable> metrics) {
        Map<String, String> labels = metrics.stream().collect(toMap(Measurable::key, Measurable::label));
        Map<MetricDay, UsualRange> usual = outliers(owner, id);
        List<UnusualValue> all = values(owner, id, List.copyOf(usual.keySet()))
                .flatMap(value -> {
                    UsualRange range = Objects.requireNonNull(usual.get(new MetricDay(value.metric, value.localDate)));
                    return range.contains(value.value)
                            ? Stream.empty()
                            : Stream.of(new UnusualValue(
                                    value.line,
                                    labels.getOrDefault(value.metric, value.metric),
                                    value.localDate,
                                    value.enteredValue.stripTrailingZeros(),
                                    value.enteredUnit,
                                    range.typicalIn(value.enteredUnit).orElse(null)));
                })
                .toList();
        return new Unusual(all.size(), all.stream().limit(Staging.SHOWN).toList());
    }

    private Map<MetricDay, UsualRange> outliers(UUID owner, UUID id) {
        Map<String, List<Outliers.DayValues>> days =
                sql.list(DAYS, DayRow.class, with("owner", owner).and("id", id)).stream()
                        .collect(groupingBy(
                                DayRow::metric,
                                mapping(
                                        day -> new Outliers.DayValues(day.localDate, day.mean, day.lowest, day.highest),
                                        toList())));
        return days.entrySet().stream()
                .flatMap(metric -> Outliers.among(metric.getKey(), metric.getValue()).stream()
                        .map(outlier -> Map.entry(new MetricDay(metric.getKey(), outlier.date()), outlier.usual())))
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Stream<ValueRow> values(UUID owner, UUID id, List<MetricDay> days) {
        return days.isEmpty()
                ? Stream.empty()
                : sql
                        .list(
                                VALUES,
                                ValueRow.class,
                                with("owner", owner)
                                        .and("id", id)
                                        .and(
                                                "metrics",
                                                days.stream()
                                                        .map(MetricDay::metric)
                                                        .toList())
                                        .and(
                                                "days",
                                                days.stream()
                                                        .map(MetricDay::date)
                                                        .toList()))
                        .stream();
    }
}

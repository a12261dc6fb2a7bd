package app.primaryassistant.metrics.boundary;

import app.primaryassistant.metrics.control.StatisticsRepository.WindowRow;
import app.primaryassistant.metrics.entity.BuiltInMetric;
import app.primaryassistant.platform.figure.Decimals;
import app.primaryassistant.platform.unit.Unit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/** Every metric of the last year: its latest value, and mean and count over 7, 30, 90 and 365 days. */
public record SummaryView(LocalDate on, List<Item> items) {

    /** One metric. */
    public record Item(
            String metric,
            String unit,
            BigDecimal latest,
            LocalDate latestOn,
            MeasurementView.Entered latestEntered,
            List<Window> windows) {}

    /** One span of days that has a measurement. */
    public record Window(int days, long count, BigDecimal mean) {}

    static SummaryView from(LocalDate on, List<WindowRow> rows) {
        return new SummaryView(
                on,
                rows.stream()
                        .collect(Collectors.groupingBy(WindowRow::metric, LinkedHashMap::new, Collectors.toList()))
                        .values()
                        .stream()
                        .map(SummaryView::item)
                        .sorted(Comparator.comparingInt(item -> place(item.metric())))
                        .toList());
    }

    /** In the order of the catalogue, own metrics last. */
    private static int place(String metric) {
        return BuiltInMetric.ofKey(metric).map(Enum::ordinal).orElse(Integer.MAX_VALUE);
    }

    private static Item item(List<WindowRow> windows) {
        WindowRow any = windows.getFirst();
        return new Item(
                any.metric(),
                BuiltInMetric.ofKey(any.metric())
                        .map(BuiltInMetric::unit)
                        .map(Unit::symbol)
                        .orElse(any.latestEnteredUnit()),
                Decimals.plain(any.latest()),
                any.latestOn(),
                new MeasurementView.Entered(Decimals.plain(any.latestEntered()), any.latestEnteredUnit()),
                windows.stream().map(SummaryView::window).toList());
    }

    private static Window window(WindowRow row) {
        return new Window(row.days(), row.count(), Decimals.plain(row.mean()));
    }
}

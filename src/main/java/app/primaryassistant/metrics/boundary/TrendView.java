package app.primaryassistant.metrics.boundary;

import app.primaryassistant.metrics.control.DayMean;
import app.primaryassistant.metrics.control.LocalTrend;
import app.primaryassistant.metrics.control.TrendChange;
import app.primaryassistant.metrics.control.TrendPoint;
import app.primaryassistant.platform.figure.Explanation;
import app.primaryassistant.platform.figure.Figure;
import app.primaryassistant.platform.time.CivilDay;
import java.time.LocalDate;
import java.util.List;

/** Where a metric is heading in a span of days, in its canonical unit. Days before the span are reckoned with and not shown. */
public record TrendView(
        String metric,
        String unit,
        List<DayMean> points,
        List<TrendPoint> trend,
        Explanation smoothing,
        Figure change,
        Figure rate,
        Figure recent) {

    /** Whether things still are as the whole span says. */
    private static final int RECENT_DAYS = 28;

    static TrendView of(String metric, String unit, List<DayMean> days, LocalDate first, LocalDate last) {
        var trend = new LocalTrend(days);
        var change = TrendChange.of(trend, first, last, unit);
        return new TrendView(
                metric,
                unit,
                days.stream().filter(day -> !day.date().isBefore(first)).toList(),
                trend.points().stream()
                        .filter(point -> !point.date().isBefore(first))
                        .toList(),
                trend.explanation(),
                change.change(),
                change.rate(),
                recent(days, first, last, unit));
    }

    /** By the same days whatever the span, so that each span says the same of them. */
    private static Figure recent(List<DayMean> days, LocalDate first, LocalDate last, String unit) {
        LocalDate end = days.isEmpty() ? last : days.getLast().date();
        LocalDate start = later(first, CivilDay.startOfWindow(end, RECENT_DAYS));
        LocalDate reach = start.minusDays(LocalTrend.REACH_DAYS);
        var trend = new LocalTrend(
                days.stream().filter(day -> !day.date().isBefore(reach)).toList());
        return TrendChange.of(trend, start, end, unit).change();
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}

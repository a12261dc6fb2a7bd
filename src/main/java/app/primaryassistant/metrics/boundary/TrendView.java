package app.primaryassistant.metrics.boundary;

import app.primaryassistant.metrics.control.DayMean;
import app.primaryassistant.metrics.control.TrendPoint;
import app.primaryassistant.platform.figure.Explanation;
import app.primaryassistant.platform.figure.Figure;
import java.util.List;

/** Where a metric is heading, in its canonical unit. */
public record TrendView(
        String metric,
        String unit,
        List<DayMean> points,
        List<TrendPoint> trend,
        Explanation smoothing,
        Figure rate) {}

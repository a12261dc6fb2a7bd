package app.primaryassistant.metrics.boundary;

import app.primaryassistant.metrics.entity.BuiltInMetric;
import app.primaryassistant.metrics.entity.MetricGroup;
import app.primaryassistant.metrics.entity.OwnMetric;
import app.primaryassistant.platform.figure.Decimals;
import app.primaryassistant.platform.unit.UnitView;
import java.math.BigDecimal;
import java.util.List;

/** A metric of the catalogue, with all a client needs to take and show its values. */
public record MetricView(
        String key,
        String name,
        String group,
        boolean builtIn,
        String unit,
        List<UnitView> units,
        BigDecimal low,
        BigDecimal high) {

    static MetricView from(BuiltInMetric metric) {
        return new MetricView(
                metric.key(),
                metric.label(),
                metric.group().key(),
                true,
                metric.unit().symbol(),
                metric.units().stream().map(UnitView::from).toList(),
                metric.low(),
                metric.high());
    }

    static MetricView from(OwnMetric metric) {
        return new MetricView(
                metric.key(),
                metric.name(),
                MetricGroup.OWN.key(),
                false,
                metric.unit(),
                List.of(new UnitView(metric.unit(), BigDecimal.ONE, BigDecimal.ZERO, metric.decimals())),
                Decimals.plain(metric.low()),
                Decimals.plain(metric.high()));
    }
}

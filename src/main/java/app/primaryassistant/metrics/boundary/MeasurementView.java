package app.primaryassistant.metrics.boundary;

import app.primaryassistant.metrics.control.TimelineRepository.Listed;
import app.primaryassistant.metrics.entity.BuiltInMetric;
import app.primaryassistant.metrics.entity.Observation;
import app.primaryassistant.metrics.entity.Quantity;
import app.primaryassistant.platform.figure.Decimals;
import app.primaryassistant.platform.http.Versioned;
import app.primaryassistant.platform.unit.Unit;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A measurement: {@code value} in the canonical {@code unit}, and what was entered, to the digit. */
public record MeasurementView(
        UUID id,
        String metric,
        BigDecimal value,
        String unit,
        Entered entered,
        LocalDate localDate,
        Instant recordedAt,
        String zone,
        String source,
        @Nullable String note,
        @Nullable String dayNote,
        @Nullable UUID checkIn,
        int version)
        implements Versioned {

    /** What was typed. */
    public record Entered(BigDecimal value, String unit) {}

    static MeasurementView from(Observation observation) {
        Quantity quantity = observation.quantity();
        return new MeasurementView(
                observation.id(),
                observation.metric(),
                Decimals.plain(quantity.value()),
                unit(observation.metric(), quantity.enteredUnit()),
                new Entered(Decimals.plain(quantity.enteredValue()), quantity.enteredUnit()),
                observation.localDate(),
                observation.recordedAt(),
                observation.zone(),
                observation.source(),
                observation.note().orElse(null),
                null,
                observation.checkIn().orElse(null),
                observation.version());
    }

    static MeasurementView from(Listed listed) {
        return new MeasurementView(
                listed.id(),
                listed.metric(),
                Decimals.plain(listed.value()),
                unit(listed.metric(), listed.enteredUnit()),
                new Entered(Decimals.plain(listed.enteredValue()), listed.enteredUnit()),
                listed.localDate(),
                listed.recordedAt(),
                listed.zone(),
                listed.source(),
                listed.note().orElse(null),
                listed.dayNote().orElse(null),
                listed.checkIn().orElse(null),
                listed.version());
    }

    private static String unit(String metric, String enteredUnit) {
        return BuiltInMetric.ofKey(metric)
                .map(BuiltInMetric::unit)
                .map(Unit::symbol)
                .orElse(enteredUnit);
    }
}

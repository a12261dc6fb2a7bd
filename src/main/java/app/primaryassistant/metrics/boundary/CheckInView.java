package app.primaryassistant.metrics.boundary;

import app.primaryassistant.metrics.entity.CheckIn;
import app.primaryassistant.metrics.entity.Observation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A day's entry with its measurements. */
public record CheckInView(
        UUID id,
        LocalDate localDate,
        Instant recordedAt,
        String zone,
        @Nullable String note,
        List<MeasurementView> measurements) {

    static CheckInView from(CheckIn checkIn, List<Observation> observations) {
        return new CheckInView(
                checkIn.id(),
                checkIn.localDate(),
                checkIn.recordedAt(),
                checkIn.zone(),
                checkIn.note().orElse(null),
                observations.stream().map(MeasurementView::from).toList());
    }
}

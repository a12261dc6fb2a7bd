package app.primaryassistant.progress.boundary;

import app.primaryassistant.progress.entity.BrokenRecord;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

/** A record that was broken: {@code value} in {@code unit}, and the {@code previous} one. */
public record RecordView(
        UUID exercise,
        String exerciseName,
        String kind,
        String name,
        String unit,
        BigDecimal value,
        BigDecimal previous,
        LocalDate on,
        UUID workout) {

    static RecordView from(BrokenRecord broken) {
        return new RecordView(
                broken.exercise(),
                broken.exerciseName(),
                broken.kind().key(),
                broken.kind().label(),
                broken.kind().unit(),
                broken.value(),
                broken.previous(),
                broken.on(),
                broken.workout());
    }
}

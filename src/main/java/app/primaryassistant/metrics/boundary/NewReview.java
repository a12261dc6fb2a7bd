package app.primaryassistant.metrics.boundary;

import app.primaryassistant.metrics.control.EnteredValue;
import app.primaryassistant.platform.time.RecordableDay;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Values that somebody is about to save.
 *
 * @param id of the measurement or check-in that they are to be kept under
 */
public record NewReview(
        @NotNull UUID id,
        @NotNull @RecordableDay LocalDate localDate,
        @NotNull @Size(min = 1, max = 60) List<NewCheckIn.@NotNull @Valid Value> values) {

    List<EnteredValue> entries() {
        return NewCheckIn.entries(values);
    }
}

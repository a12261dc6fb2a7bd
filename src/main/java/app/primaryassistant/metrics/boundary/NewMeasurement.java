package app.primaryassistant.metrics.boundary;

import app.primaryassistant.metrics.control.EnteredValue;
import app.primaryassistant.metrics.control.Moment;
import app.primaryassistant.platform.json.PlainText;
import app.primaryassistant.platform.security.Caller;
import app.primaryassistant.platform.time.Happened;
import app.primaryassistant.platform.time.RecordableDay;
import app.primaryassistant.platform.time.TimeZone;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One value to be recorded, or what a recorded one is corrected to. */
public record NewMeasurement(
        @NotNull @PlainText(min = 1, max = 70) String metric,
        @NotNull @Digits(integer = 8, fraction = 6) BigDecimal value,
        @Nullable @PlainText(max = 20) String unit,
        @NotNull @RecordableDay LocalDate localDate,
        @Nullable @Happened Instant recordedAt,
        @Nullable @TimeZone String zone,
        @Nullable @PlainText(max = 2000) String note) {

    EnteredValue entry() {
        return new EnteredValue("", metric, value, Optional.ofNullable(unit));
    }

    Moment moment(Clock clock, Caller caller) {
        return Moments.of(localDate, recordedAt, zone, clock, caller);
    }

    Optional<String> ownNote() {
        return Optional.ofNullable(note).filter(text -> !text.isBlank());
    }
}

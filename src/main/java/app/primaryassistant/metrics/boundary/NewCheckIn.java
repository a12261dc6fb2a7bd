package app.primaryassistant.metrics.boundary;

import app.primaryassistant.metrics.control.EnteredValue;
import app.primaryassistant.metrics.control.Moment;
import app.primaryassistant.platform.json.PlainText;
import app.primaryassistant.platform.security.Caller;
import app.primaryassistant.platform.time.Happened;
import app.primaryassistant.platform.time.RecordableDay;
import app.primaryassistant.platform.time.TimeZone;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A day's entry to be recorded. */
public record NewCheckIn(
        @NotNull @RecordableDay LocalDate localDate,
        @Nullable @Happened Instant recordedAt,
        @Nullable @TimeZone String zone,
        @Nullable @PlainText(max = 2000) String note,
        @NotNull @Size(min = 1, max = 60) List<@NotNull @Valid Value> values) {

    /** One value of the entry. */
    public record Value(
            @NotNull @PlainText(min = 1, max = 70) String metric,
            @NotNull @Digits(integer = 8, fraction = 6) BigDecimal value,
            @Nullable @PlainText(max = 20) String unit) {

        private EnteredValue entry(String field) {
            return new EnteredValue(field, metric, value, Optional.ofNullable(unit));
        }
    }

    List<EnteredValue> entries() {
        return entries(values);
    }

    static List<EnteredValue> entries(List<Value> values) {
        return IntStream.range(0, values.size())
                .mapToObj(i -> values.get(i).entry("values[" + i + "]."))
                .toList();
    }

    Moment moment(Clock clock, Caller caller) {
        return Moments.of(localDate, recordedAt, zone, clock, caller);
    }

    Optional<String> ownNote() {
        return Optional.ofNullable(note).filter(text -> !text.isBlank());
    }
}

package app.primaryassistant.imports.control.row;

import app.primaryassistant.imports.control.text.Notation;
import app.primaryassistant.imports.control.text.ParsedDateTime;
import app.primaryassistant.imports.control.text.Refusal;
import app.primaryassistant.metrics.control.Measurable;
import app.primaryassistant.platform.time.CivilDay;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * What a reader has to know beside the file.
 *
 * @param zone where the person is; files rarely say it
 * @param metrics what the account can measure
 */
public record ImportContext(Notation notation, ZoneId zone, Clock clock, List<Measurable> metrics) {

    public Optional<Measurable> metric(String key) {
        return metrics.stream().filter(metric -> metric.key().equals(key)).findFirst();
    }

    /** Reads the day something was done or measured on: from 1900 on, and begun somewhere on Earth. */
    public ParsedDateTime day(String text) {
        ParsedDateTime when = notation.date(text);
        if (when.day().isBefore(CivilDay.EARLIEST) || !CivilDay.hasBegun(when.day(), clock.instant())) {
            throw new Refusal("The date is before 1900 or in the future.");
        }
        return when;
    }
}

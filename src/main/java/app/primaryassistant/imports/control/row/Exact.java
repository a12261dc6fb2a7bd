package app.primaryassistant.imports.control.row;

import app.primaryassistant.exports.entity.SpreadsheetText;
import app.primaryassistant.imports.control.text.Refusal;
import app.primaryassistant.metrics.control.Moment;
import app.primaryassistant.platform.time.CivilDay;
import app.primaryassistant.workouts.entity.Measure;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/** The cells of a file that this program has written: there is one way to write each thing, and nothing to ask. */
public record Exact(Cells cells) {

    /** Numbers longer than this are none of ours, and one such as 1e999999999 would cost memory. */
    private static final int LONGEST_NUMBER = 20;

    /** A term such as a zone, without the white space that a hand may have put around it. */
    public Optional<String> term(String name) {
        return text(name).map(String::strip).filter(term -> !term.isEmpty());
    }

    /** Text as somebody wrote it, to the character. */
    public Optional<String> text(String name) {
        return cells.verbatim(SpreadsheetText::unguarded, name);
    }

    public Optional<UUID> id(String name) {
        return cells.read(
                text -> {
                    try {
                        return UUID.fromString(text);
                    } catch (IllegalArgumentException noId) {
                        throw new Refusal("Must be an id.");
                    }
                },
                name);
    }

    public Optional<BigDecimal> number(String name) {
        return cells.read(
                text -> {
                    if (text.length() > LONGEST_NUMBER || !text.matches("-?[0-9]+(\\.[0-9]+)?")) {
                        throw new Refusal("Must be a number with a decimal point.");
                    }
                    return new BigDecimal(text);
                },
                name);
    }

    /** A number between two ends. */
    public Optional<BigDecimal> number(String name, int low, int high) {
        return number(name).map(number -> {
            if (number.compareTo(BigDecimal.valueOf(low)) < 0 || number.compareTo(BigDecimal.valueOf(high)) > 0) {
                throw new Refusal("%s: Must be from %d to %d.".formatted(name, low, high));
            }
            return number;
        });
    }

    public Optional<Integer> whole(String name, int low, int high) {
        return number(name, low, high).map(number -> {
            if (number.stripTrailingZeros().scale() > 0) {
                throw new Refusal(name + ": Must be a whole number.");
            }
            return number.intValueExact();
        });
    }

    /** A number in the range and the steps of its field. */
    public Optional<BigDecimal> number(String name, Measure range) {
        return number(name).map(number -> {
            if (!range.allows(number)) {
                throw new Refusal(name + ": " + Refusal.sentence(range.demand()));
            }
            return number;
        });
    }

    public Optional<Integer> whole(String name, Measure range) {
        return number(name, range).map(BigDecimal::intValueExact);
    }

    public Optional<Instant> instant(String name) {
        return cells.read(
                text -> {
                    try {
                        return Instant.parse(text).truncatedTo(ChronoUnit.MICROS);
                    } catch (DateTimeException noInstant) {
                        throw new Refusal("Must be a timestamp such as 2024-03-31T06:30:00Z.");
                    }
                },
                name);
    }

    /** The civil day, which must have begun somewhere at that instant, and the zone. */
    public Moment moment(ImportContext context, Instant at) {
        LocalDate day = context.day(term("local date").orElse("")).day();
        if (day.isAfter(LocalDate.ofInstant(at, ZoneOffset.UTC).plusDays(1))) {
            throw new Refusal("The date is after the timestamp.");
        }
        String zone =
                term("zone").filter(CivilDay::isZone).orElseThrow(() -> new Refusal("The time zone is not known."));
        return new Moment(day, at, zone);
    }
}

package app.primaryassistant.imports.control.row;

import app.primaryassistant.imports.control.row.Columns.Column;
import app.primaryassistant.imports.control.text.CsvRow;
import app.primaryassistant.imports.control.text.Notation;
import app.primaryassistant.imports.control.text.Refusal;
import app.primaryassistant.workouts.entity.Measure;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One row under the names of its columns. What is refused names the column. */
public record Cells(Columns columns, CsvRow row, Notation notation) {

    private static final Pattern IN_WORDS =
            Pattern.compile("(?:(\\d{1,3})\\s*h\\w*)?\\s*(?:(\\d{1,4})\\s*m\\w*)?\\s*(?:(\\d{1,5})\\s*s\\w*)?");
    private static final Pattern BY_CLOCK = Pattern.compile("(?:(\\d{1,3}):)?(\\d{1,3}):(\\d{2})(?:\\.\\d+)?");

    /** The cell of the first column that has one of the names; empty if there is no such column. */
    public String cell(String... names) {
        return columns.find(names).map(column -> row.cell(column.index())).orElse("");
    }

    public Optional<String> text(String... names) {
        return read(notation::text, names);
    }

    /**
     * Text with the white space at its ends.
     *
     * @param written gives back what was written from how it stands in the file
     */
    public Optional<String> verbatim(UnaryOperator<String> written, String... names) {
        return columns.find(names).flatMap(column -> {
            String text = written.apply(row.verbatim(column.index()));
            try {
                return Optional.of(notation.verbatim(text)).filter(some -> !some.isEmpty());
            } catch (Refusal refused) {
                throw new Refusal(column.written() + ": " + refused.words());
            }
        });
    }

    public Optional<BigDecimal> number(String... names) {
        return read(notation::number, names);
    }

    /** A whole number in a range; one written as 8.0 is whole too. */
    public Optional<Integer> whole(int low, int high, String... names) {
        return read(
                text -> {
                    BigDecimal number = notation.number(text);
                    if (number.stripTrailingZeros().scale() > 0
                            || number.compareTo(BigDecimal.valueOf(low)) < 0
                            || number.compareTo(BigDecimal.valueOf(high)) > 0) {
                        throw new Refusal("Must be a whole number from %d to %d.".formatted(low, high));
                    }
                    return number.intValueExact();
                },
                names);
    }

    /** A whole number in the range of what it measures. */
    public Optional<Integer> whole(Measure range, String... names) {
        return whole(range.low().intValueExact(), range.high().intValueExact(), names);
    }

    /** A duration in seconds, written as seconds, as 1:05:00, or as 1h 5m. */
    public Optional<Integer> seconds(String... names) {
        return read(this::seconds, names);
    }

    private int seconds(String text) {
        Matcher clock = BY_CLOCK.matcher(text);
        Matcher words = IN_WORDS.matcher(text.toLowerCase(Locale.ROOT));
        BigDecimal seconds;
        if (clock.matches()) {
            seconds = BigDecimal.valueOf(
                    3600L * part(clock.group(1)) + 60L * part(clock.group(2)) + part(clock.group(3)));
        } else if (words.matches()) {
            seconds = BigDecimal.valueOf(
                    3600L * part(words.group(1)) + 60L * part(words.group(2)) + part(words.group(3)));
        } else {
            seconds = notation.number(text);
        }
        if (seconds.compareTo(Measure.DURATION.low()) < 0 || seconds.compareTo(Measure.DURATION.high()) > 0) {
            throw new Refusal("Must be a duration of at most 24 hours.");
        }
        return seconds.setScale(0, RoundingMode.HALF_UP).intValueExact();
    }

    private static int part(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    public <T> Optional<T> read(Function<String, T> reading, String... names) {
        return columns.find(names).flatMap(column -> read(column, reading));
    }

    /** What stands in a column; empty if nothing does. */
    public <T> Optional<T> read(Column column, Function<String, T> reading) {
        String cell = row.cell(column.index());
        if (cell.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(reading.apply(cell));
        } catch (Refusal refused) {
            throw new Refusal(column.written() + ": " + refused.words());
        }
    }
}

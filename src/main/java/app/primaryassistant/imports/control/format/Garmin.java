package app.primaryassistant.imports.control.format;

import app.primaryassistant.imports.control.row.Cells;
import app.primaryassistant.imports.control.row.Columns;
import app.primaryassistant.imports.control.row.ImportContext;
import app.primaryassistant.imports.control.row.ParsedRow;
import app.primaryassistant.imports.control.row.Values;
import app.primaryassistant.imports.control.text.CsvRow;
import app.primaryassistant.imports.control.text.ParsedDateTime;
import app.primaryassistant.imports.control.text.Refusal;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Garmin Connect's list of weights: a row with the day, and after it a row for each time somebody stood on the scales. Each
 * value has its unit beside it, and two dashes stand for none. Its muscle mass is that of the skeletal muscles alone, which is
 * another thing than a scale's muscle mass, and is left out.
 */
final class Garmin implements Format {

    private static final Pattern YEAR = Pattern.compile(".*\\d{4}.*");
    private static final Map<String, String> METRICS = Map.of("weight", "weight", "body fat", "body-fat");

    private final Columns columns;
    private final ImportContext context;
    private @Nullable ParsedDateTime day;

    private Garmin(Columns columns, ImportContext context) {
        this.columns = columns;
        this.context = context;
    }

    static Optional<Format> of(Columns columns, ImportContext context) {
        return columns.has("time", "weight", "change", "bmi")
                ? Optional.of(new Garmin(columns, context))
                : Optional.empty();
    }

    @Override
    public String key() {
        return "garmin";
    }

    @Override
    public void read(CsvRow row, Consumer<ParsedRow> outcomes) {
        var cells = new Cells(columns, row, context.notation());
        String first = cells.cell("time");
        if (YEAR.matcher(first).matches()) {
            day = null;
            day = context.day(first);
            return;
        }
        if (day == null) {
            throw new Refusal("There is no row with a date above this one.");
        }
        ParsedDateTime when = day.at(context.notation().time(first));
        METRICS.forEach((name, key) -> columns.find(name)
                .filter(column -> !row.cell(column.index()).startsWith("--"))
                .flatMap(column -> context.metric(key)
                        .flatMap(metric ->
                                Values.of(context, cells, column, metric, Optional.empty(), when, Optional.empty())))
                .ifPresent(outcomes));
    }
}

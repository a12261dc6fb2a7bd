package app.primaryassistant.imports.control.format;

import app.primaryassistant.imports.control.row.Cells;
import app.primaryassistant.imports.control.row.Columns;
import app.primaryassistant.imports.control.row.Exact;
import app.primaryassistant.imports.control.row.ImportContext;
import app.primaryassistant.imports.control.row.ParsedRow;
import app.primaryassistant.imports.control.row.Values;
import app.primaryassistant.imports.control.text.CsvRow;
import app.primaryassistant.imports.control.text.Refusal;
import app.primaryassistant.metrics.control.Measurable;
import app.primaryassistant.platform.problem.Problem;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** This program's own list of measurements: what was entered, to the digit, under the ids it had. */
final class OwnMeasurements implements Format {

    private final Columns columns;
    private final ImportContext context;

    private OwnMeasurements(Columns columns, ImportContext context) {
        this.columns = columns;
        this.context = context;
    }

    static Optional<Format> of(Columns columns, ImportContext context) {
        return columns.has("measurement id", "local date", "recorded at", "zone", "metric", "value", "unit")
                ? Optional.of(new OwnMeasurements(columns, context))
                : Optional.empty();
    }

    @Override
    public String key() {
        return "measurements";
    }

    @Override
    public void read(CsvRow row, Consumer<ParsedRow> outcomes) {
        var cells = new Exact(new Cells(columns, row, context.notation()));
        UUID id = cells.id("measurement id").orElseThrow(() -> new Refusal("The id is missing."));
        String key = cells.term("metric").orElse("");
        Measurable metric =
                context.metric(key).orElseThrow(() -> new Refusal("The metric does not exist. Add it first."));
        try {
            outcomes.accept(new ParsedRow.ParsedValue(
                    row.line(),
                    Optional.of(id),
                    "id|" + id,
                    cells.moment(
                            context,
                            cells.instant("recorded at").orElseThrow(() -> new Refusal("The timestamp is missing."))),
                    key,
                    metric.check(
                            cells.number("value").orElseThrow(() -> new Refusal("The value is missing.")),
                            cells.term("unit").orElse("")),
                    cells.text("note")));
        } catch (Problem implausible) {
            throw new Refusal(metric.label() + ": " + Values.words(implausible));
        }
    }
}

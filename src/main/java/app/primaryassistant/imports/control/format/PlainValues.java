package app.primaryassistant.imports.control.format;

import app.primaryassistant.imports.control.row.Cells;
import app.primaryassistant.imports.control.row.Columns;
import app.primaryassistant.imports.control.row.Columns.Column;
import app.primaryassistant.imports.control.row.ImportContext;
import app.primaryassistant.imports.control.row.ParsedRow;
import app.primaryassistant.imports.control.row.Values;
import app.primaryassistant.imports.control.text.CsvRow;
import app.primaryassistant.imports.control.text.ParsedDateTime;
import app.primaryassistant.imports.control.text.Refusal;
import app.primaryassistant.metrics.control.Measurable;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Any table that has a column of dates, and columns named like metrics: by their keys or by the names people see. */
final class PlainValues implements Format {

    private static final String[] DATES = {
        "date", "day", "local date", "datetime", "date time", "timestamp", "recorded at", "datum"
    };
    private static final String[] NOTES = {"note", "notes", "comment", "comments"};

    private final Columns columns;
    private final ImportContext context;
    private final Map<Column, Measurable> metrics;

    private PlainValues(Columns columns, ImportContext context, Map<Column, Measurable> metrics) {
        this.columns = columns;
        this.context = context;
        this.metrics = metrics;
    }

    static Optional<Format> of(Columns columns, ImportContext context) {
        Map<Column, Measurable> metrics = new LinkedHashMap<>();
        columns.all()
                .forEach(column -> named(column, context)
                        .filter(metric -> !metrics.containsValue(metric))
                        .ifPresent(metric -> metrics.put(column, metric)));
        return columns.find(DATES).isPresent() && !metrics.isEmpty()
                ? Optional.of(new PlainValues(columns, context, metrics))
                : Optional.empty();
    }

    private static Optional<Measurable> named(Column column, ImportContext context) {
        String key = column.name().replace(' ', '-');
        return context.metrics().stream()
                .filter(metric -> metric.key().equals(key)
                        || metric.label().toLowerCase(Locale.ROOT).equals(column.name()))
                .findFirst();
    }

    @Override
    public String key() {
        return "plain";
    }

    @Override
    public boolean isOfAProgram() {
        return false;
    }

    @Override
    public void read(CsvRow row, Consumer<ParsedRow> outcomes) {
        var cells = new Cells(columns, row, context.notation());
        ParsedDateTime day = context.day(cells.cell(DATES));
        ParsedDateTime when =
                cells.read(context.notation()::time, "time").map(day::at).orElse(day);
        Optional<String> note = cells.text(NOTES);
        boolean[] any = {false};
        metrics.forEach((column, metric) -> Values.of(context, cells, column, metric, Optional.empty(), when, note)
                .ifPresent(outcome -> {
                    any[0] = true;
                    outcomes.accept(outcome);
                }));
        if (!any[0]) {
            throw new Refusal("The row has a date but no values.");
        }
    }
}

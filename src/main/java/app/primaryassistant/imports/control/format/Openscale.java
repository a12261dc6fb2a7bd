package app.primaryassistant.imports.control.format;

import app.primaryassistant.imports.control.row.Cells;
import app.primaryassistant.imports.control.row.Columns;
import app.primaryassistant.imports.control.row.ImportContext;
import app.primaryassistant.imports.control.row.ParsedRow;
import app.primaryassistant.imports.control.row.Values;
import app.primaryassistant.imports.control.text.CsvRow;
import app.primaryassistant.imports.control.text.ParsedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * openScale, which writes kg, cm and per cent whatever it shows, and a nought for what was not measured. Its muscle is a share
 * of the weight, or a mass, as each user sets it; the file does not say which, so it is left out.
 */
final class Openscale implements Format {

    private record Measure(String column, String metric, String unit) {}

    private static final List<Measure> MEASURES = List.of(
            new Measure("weight", "weight", "kg"),
            new Measure("fat", "body-fat", "%"),
            new Measure("waist", "waist", "cm"),
            new Measure("hip", "hips", "cm"),
            new Measure("chest", "chest", "cm"),
            new Measure("neck", "neck", "cm"));

    private final Columns columns;
    private final ImportContext context;

    private Openscale(Columns columns, ImportContext context) {
        this.columns = columns;
        this.context = context;
    }

    static Optional<Format> of(Columns columns, ImportContext context) {
        boolean dated = columns.has("datetime") || columns.has("date", "time");
        return dated && columns.has("weight", "fat", "water", "muscle")
                ? Optional.of(new Openscale(columns, context))
                : Optional.empty();
    }

    @Override
    public String key() {
        return "openscale";
    }

    @Override
    public void read(CsvRow row, Consumer<ParsedRow> outcomes) {
        var cells = new Cells(columns, row, context.notation());
        ParsedDateTime day = context.day(cells.cell("datetime", "date"));
        ParsedDateTime when =
                cells.read(context.notation()::time, "time").map(day::at).orElse(day);
        Optional<String> comment = cells.text("comment");
        for (Measure measure : MEASURES) {
            columns.find(measure.column())
                    .filter(column -> !cells.row().cell(column.index()).matches("0*[.,]?0*"))
                    .flatMap(column -> context.metric(measure.metric())
                            .flatMap(metric -> Values.of(
                                    context, cells, column, metric, Optional.of(measure.unit()), when, comment)))
                    .ifPresent(outcomes);
        }
    }
}

package app.primaryassistant.imports.control.format;

import app.primaryassistant.imports.control.row.Cells;
import app.primaryassistant.imports.control.row.Columns;
import app.primaryassistant.imports.control.row.Columns.Column;
import app.primaryassistant.imports.control.row.ImportContext;
import app.primaryassistant.imports.control.row.ParsedRow;
import app.primaryassistant.imports.control.row.Values;
import app.primaryassistant.imports.control.text.Amount;
import app.primaryassistant.imports.control.text.CsvRow;
import app.primaryassistant.imports.control.text.ParsedDateTime;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.function.Consumer;

/** Withings: the weight and its parts as masses. Body fat is the mass of fat divided by the weight of the same row. */
final class Withings implements Format {

    private final Columns columns;
    private final ImportContext context;

    private Withings(Columns columns, ImportContext context) {
        this.columns = columns;
        this.context = context;
    }

    static Optional<Format> of(Columns columns, ImportContext context) {
        return columns.has("date", "weight", "fat mass")
                ? Optional.of(new Withings(columns, context))
                : Optional.empty();
    }

    @Override
    public String key() {
        return "withings";
    }

    @Override
    public void read(CsvRow row, Consumer<ParsedRow> outcomes) {
        var cells = new Cells(columns, row, context.notation());
        ParsedDateTime when = context.day(cells.cell("date"));
        Optional<String> comment = cells.text("comments", "comment");
        mass(cells, "weight", "weight", when, comment).ifPresent(outcomes);
        mass(cells, "muscle mass", "muscle-mass", when, comment).ifPresent(outcomes);
        context.metric("body-fat")
                .flatMap(metric -> share(cells)
                        .map(share ->
                                Values.of(context, cells, new Amount(share, Optional.of("%")), metric, when, comment)))
                .ifPresent(outcomes);
    }

    private Optional<ParsedRow> mass(
            Cells cells, String name, String metric, ParsedDateTime when, Optional<String> comment) {
        Optional<Column> column = columns.find(name);
        return column.flatMap(of -> context.metric(metric)
                .flatMap(measured -> Values.of(context, cells, of, measured, Optional.empty(), when, comment)));
    }

    /** In per cent. */
    private static Optional<BigDecimal> share(Cells cells) {
        Optional<BigDecimal> weight = cells.number("weight").filter(number -> number.signum() > 0);
        return cells.number("fat mass")
                .filter(number -> number.signum() > 0)
                .flatMap(fat -> weight.map(whole -> fat.movePointRight(2).divide(whole, 2, RoundingMode.HALF_UP)));
    }
}

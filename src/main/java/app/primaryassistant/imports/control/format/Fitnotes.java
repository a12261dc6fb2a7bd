package app.primaryassistant.imports.control.format;

import app.primaryassistant.imports.control.row.Cells;
import app.primaryassistant.imports.control.row.Columns;
import app.primaryassistant.imports.control.row.Columns.Column;
import app.primaryassistant.imports.control.row.Efforts;
import app.primaryassistant.imports.control.row.Entries;
import app.primaryassistant.imports.control.row.ImportContext;
import app.primaryassistant.imports.control.row.ParsedRow;
import app.primaryassistant.imports.control.row.Sessions;
import app.primaryassistant.imports.control.text.CsvRow;
import app.primaryassistant.workouts.entity.SetKind;
import app.primaryassistant.workouts.entity.Weight;
import java.util.Optional;
import java.util.function.Consumer;

/** FitNotes: a row a set, and one workout a day. A set may have its weight in the column of kilograms or in that of pounds. */
final class Fitnotes implements Format {

    private final Columns columns;
    private final ImportContext context;
    private final Entries entries = new Entries();

    private Fitnotes(Columns columns, ImportContext context) {
        this.columns = columns;
        this.context = context;
    }

    static Optional<Format> of(Columns columns, ImportContext context) {
        return columns.has("date", "exercise", "category", "reps")
                ? Optional.of(new Fitnotes(columns, context))
                : Optional.empty();
    }

    @Override
    public String key() {
        return "fitnotes";
    }

    @Override
    public void read(CsvRow row, Consumer<ParsedRow> outcomes) {
        var cells = new Cells(columns, row, context.notation());
        var workout =
                Sessions.of(context, context.day(cells.cell("date")), "FitNotes", Optional.empty(), Optional.empty());
        var entry = entries.next(
                workout.key(), cells.text("exercise").orElse(""), 0, Optional.empty(), cells.text("comment", "notes"));
        var effort = Efforts.of(
                SetKind.WORKING,
                Efforts.reps(cells),
                weight(cells),
                Efforts.rpe(cells),
                cells.seconds("time"),
                columns.find("distance")
                        .flatMap(column -> Efforts.distance(cells, cells.cell("distance unit"), column)));
        outcomes.accept(new ParsedRow.ParsedSet(row.line(), workout, entry, effort));
    }

    private Optional<Weight> weight(Cells cells) {
        return columns.all().stream()
                .filter(column -> column.name().equals("weight"))
                .flatMap(column -> weight(cells, column).stream())
                .findFirst();
    }

    private static Optional<Weight> weight(Cells cells, Column column) {
        return Efforts.weight(cells, cells.cell("weight unit"), column);
    }
}

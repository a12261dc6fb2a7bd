package app.primaryassistant.imports.control.format;

import app.primaryassistant.imports.control.row.Cells;
import app.primaryassistant.imports.control.row.Columns;
import app.primaryassistant.imports.control.row.Efforts;
import app.primaryassistant.imports.control.row.Entries;
import app.primaryassistant.imports.control.row.ImportContext;
import app.primaryassistant.imports.control.row.ParsedRow;
import app.primaryassistant.imports.control.row.Sessions;
import app.primaryassistant.imports.control.text.CsvRow;
import app.primaryassistant.imports.control.text.Refusal;
import app.primaryassistant.workouts.entity.SetKind;
import app.primaryassistant.workouts.entity.WorkoutSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Strong: a row a set, in the old form with semicolons and a unit in each row, in the newer one with commas and none, and in
 * the newest with the units in the names of the columns.
 */
final class Strong implements Format {

    /** Rows between the sets that are none. */
    private static final Set<String> NO_SETS = Set.of("rest timer", "note");

    private final Columns columns;
    private final ImportContext context;
    private final Entries entries = new Entries();
    private int sets;

    private Strong(Columns columns, ImportContext context) {
        this.columns = columns;
        this.context = context;
    }

    static Optional<Format> of(Columns columns, ImportContext context) {
        return columns.has("date", "workout name", "exercise name", "set order")
                ? Optional.of(new Strong(columns, context))
                : Optional.empty();
    }

    @Override
    public String key() {
        return "strong";
    }

    @Override
    public void read(CsvRow row, Consumer<ParsedRow> outcomes) {
        var cells = new Cells(columns, row, context.notation());
        String order = cells.cell("set order").toLowerCase(Locale.ROOT);
        if (NO_SETS.contains(order)) {
            return;
        }
        var workout = Sessions.of(
                context,
                context.day(cells.cell("date")),
                cells.text("workout name").orElse(""),
                cells.seconds("workout duration", "duration"),
                cells.text("workout notes"));
        var entry = entries.next(
                workout.key(),
                cells.text("exercise name").orElse(""),
                place(order),
                Optional.empty(),
                cells.text("notes"));
        outcomes.accept(new ParsedRow.ParsedSet(row.line(), workout, entry, set(cells, kind(order))));
    }

    /** Its place among the sets; warm-ups and drops have a letter for it, and follow the row before. */
    private int place(String order) {
        sets = order.matches("\\d{1,4}") ? Integer.parseInt(order) : sets;
        return sets;
    }

    private static SetKind kind(String order) {
        return switch (order) {
            case "w" -> SetKind.WARM_UP;
            case "d" -> SetKind.DROP;
            case "f" -> SetKind.FAILURE;
            default -> {
                if (!order.matches("\\d{1,4}")) {
                    throw new Refusal("Set Order: Must be a number or W, D or F.");
                }
                yield SetKind.WORKING;
            }
        };
    }

    private WorkoutSet set(Cells cells, SetKind kind) {
        return Efforts.of(
                kind,
                Efforts.reps(cells),
                columns.find("weight").flatMap(column -> Efforts.weight(cells, cells.cell("weight unit"), column)),
                Efforts.rpe(cells),
                cells.seconds("seconds"),
                columns.find("distance")
                        .flatMap(column -> Efforts.distance(cells, cells.cell("distance unit"), column)));
    }
}

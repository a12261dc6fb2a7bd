package app.primaryassistant.imports.control.format;

import app.primaryassistant.imports.control.row.Cells;
import app.primaryassistant.imports.control.row.Columns;
import app.primaryassistant.imports.control.row.Efforts;
import app.primaryassistant.imports.control.row.Entries;
import app.primaryassistant.imports.control.row.ImportContext;
import app.primaryassistant.imports.control.row.ParsedRow;
import app.primaryassistant.imports.control.row.Sessions;
import app.primaryassistant.imports.control.text.CsvRow;
import app.primaryassistant.imports.control.text.ParsedDateTime;
import app.primaryassistant.imports.control.text.Refusal;
import app.primaryassistant.workouts.entity.SetKind;
import app.primaryassistant.workouts.entity.Weight;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** Hevy: a row a set, with the unit in the names of the columns. */
final class Hevy implements Format {

    private final Columns columns;
    private final ImportContext context;
    private final Entries entries = new Entries();

    private Hevy(Columns columns, ImportContext context) {
        this.columns = columns;
        this.context = context;
    }

    static Optional<Format> of(Columns columns, ImportContext context) {
        return columns.has("title", "start time", "exercise title", "set index", "set type")
                ? Optional.of(new Hevy(columns, context))
                : Optional.empty();
    }

    @Override
    public String key() {
        return "hevy";
    }

    @Override
    public void read(CsvRow row, Consumer<ParsedRow> outcomes) {
        var cells = new Cells(columns, row, context.notation());
        ParsedDateTime begun = context.day(cells.cell("start time"));
        var workout = Sessions.of(
                context, begun, cells.text("title").orElse(""), duration(cells, begun), cells.text("description"));
        var entry = entries.next(
                workout.key(),
                cells.text("exercise title").orElse(""),
                cells.whole(0, 1000, "set index").orElse(0),
                // Hevy counts them from 0, this program from 1.
                cells.whole(0, 59, "superset id").map(number -> number + 1),
                cells.text("exercise notes"));
        var effort = Efforts.of(
                kind(cells.cell("set type")),
                Efforts.reps(cells),
                weight(cells),
                Efforts.rpe(cells),
                cells.seconds("duration seconds"),
                distance(cells));
        outcomes.accept(new ParsedRow.ParsedSet(row.line(), workout, entry, effort));
    }

    private Optional<Integer> duration(Cells cells, ParsedDateTime begun) {
        return cells.read(context.notation()::date, "end time").map(end -> {
            Duration lasted = Duration.between(
                    begun.instant(context.zone(), context.clock()), end.instant(context.zone(), context.clock()));
            if (lasted.isNegative() || lasted.compareTo(Duration.ofDays(1)) > 0) {
                throw new Refusal("The workout ends before it starts or lasts more than 24 hours.");
            }
            return (int) lasted.toSeconds();
        });
    }

    private static SetKind kind(String type) {
        return switch (type.toLowerCase(Locale.ROOT)) {
            case "normal", "" -> SetKind.WORKING;
            case "warmup", "warm up" -> SetKind.WARM_UP;
            case "dropset", "drop" -> SetKind.DROP;
            case "failure" -> SetKind.FAILURE;
            default -> throw new Refusal("The set type is not known.");
        };
    }

    private Optional<Weight> weight(Cells cells) {
        return columns.find("weight kg", "weight lbs", "weight")
                .flatMap(column -> Efforts.weight(cells, ofName(column.name()), column));
    }

    private Optional<BigDecimal> distance(Cells cells) {
        return columns.find("distance km", "distance miles", "distance meters", "distance")
                .flatMap(column -> Efforts.distance(cells, ofName(column.name()), column));
    }

    /** The unit that is the last word of a column's name. */
    private static String ofName(String name) {
        return name.indexOf(' ') < 0 ? "" : name.substring(name.indexOf(' ') + 1);
    }
}

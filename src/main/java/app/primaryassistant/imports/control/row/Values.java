package app.primaryassistant.imports.control.row;

import app.primaryassistant.imports.control.row.Columns.Column;
import app.primaryassistant.imports.control.text.Amount;
import app.primaryassistant.imports.control.text.ParsedDateTime;
import app.primaryassistant.imports.control.text.Refusal;
import app.primaryassistant.metrics.control.Measurable;
import app.primaryassistant.metrics.control.Moment;
import app.primaryassistant.platform.problem.Problem;
import java.util.Optional;

/** Makes measured values of cells, by the rules that hold for every value. */
public final class Values {

    private Values() {}

    /**
     * What stands in a column of a metric; nothing if it is empty. A value that is wrong leaves the others of its row alone.
     *
     * @param unit the one the program always writes, if it does not say so in the file
     */
    public static Optional<ParsedRow> of(
            ImportContext context,
            Cells cells,
            Column column,
            Measurable metric,
            Optional<String> unit,
            ParsedDateTime when,
            Optional<String> note) {
        try {
            return cells.read(column, cells.notation()::amount).map(amount -> {
                Optional<String> known = amount.unit().or(column::unit).or(() -> unit);
                return of(context, cells, new Amount(amount.number(), known), metric, when, note);
            });
        } catch (Refusal refused) {
            return Optional.of(new ParsedRow.RefusedRow(cells.row().line(), refused.words()));
        }
    }

    /** A value that was read or worked out. */
    public static ParsedRow of(
            ImportContext context,
            Cells cells,
            Amount amount,
            Measurable metric,
            ParsedDateTime when,
            Optional<String> note) {
        String unit = amount.unit()
                .orElseGet(() -> metric.units().size() == 1
                        ? metric.units().getFirst()
                        : context.notation().unit(metric.dimension(), amount.number(), metric.units()));
        try {
            var quantity = metric.check(amount.number(), unit);
            return new ParsedRow.ParsedValue(
                    cells.row().line(),
                    Optional.empty(),
                    metric.key() + "|" + when.key() + "|"
                            + quantity.value().stripTrailingZeros().toPlainString(),
                    new Moment(
                            when.day(),
                            when.instant(context.zone(), context.clock()),
                            context.zone().getId()),
                    metric.key(),
                    quantity,
                    note);
        } catch (Problem implausible) {
            return new ParsedRow.RefusedRow(cells.row().line(), metric.label() + ": " + words(implausible));
        }
    }

    /** What the rule says of the value, as a sentence. */
    public static String words(Problem implausible) {
        return Refusal.sentence(implausible.violations().getFirst().message());
    }
}

package app.primaryassistant.transfer.control.format;

import app.primaryassistant.transfer.control.outcome.Cells;
import app.primaryassistant.transfer.control.outcome.Columns;
import app.primaryassistant.transfer.control.outcome.Columns.Column;
import app.primaryassistant.transfer.control.outcome.Frame;
import app.primaryassistant.transfer.control.outcome.Outcome;
import app.primaryassistant.transfer.control.outcome.Values;
import app.primaryassistant.transfer.control.text.Amount;
import app.primaryassistant.transfer.control.text.Row;
import app.primaryassistant.transfer.control.text.When;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.function.Consumer;

/** Withings: the weight and its parts as masses. Body fat is the mass of fat divided by the weight of the same row. */
final class Withings implements Format {

    private final Columns columns;
    private final Frame frame;

    private Withings(Columns columns, Frame frame) {
        this.columns = columns;
        this.frame = frame;
    }

    static Optional<Format> of(Columns columns, Frame frame) {
        return columns.has("date", "weight", "fat mass") ? Optional.of(new Withings(columns, frame)) : Optional.empty();
    }

    @Override
    public String key() {
        return "withings";
    }

    @Override
    public void read(Row row, Consumer<Outcome> outcomes) {
        var cells = new Cells(columns, row, frame.notation());
        When when = frame.day(cells.cell("date"));
        Optional<String> comment = cells.text("comments", "comment");
        mass(cells, "weight", "weight", when, comment).ifPresent(outcomes);
        mass(cells, "muscle mass", "muscle-mass", when, comment).ifPresent(outcomes);
        frame.metric("body-fat")
                .flatMap(metric -> share(cells).map(share ->
                        Values.of(frame, cells, new Amount(share, Optional.of("%")), metric, when, comment)))
                .ifPresent(outcomes);
    }

    private Optional<Outcome> mass(Cells cells, String name, String metric, When when, Optional<String> comment) {
        Optional<Column> column = columns.find(name);
        return column.flatMap(of -> frame.metric(metric)
                .flatMap(measured -> Values.of(frame, cells, of, measured, Optional.empty(), when, comment)));
    }

    /** In per cent. */
    private static Optional<BigDecimal> share(Cells cells) {
        Optional<BigDecimal> weight = cells.number("weight").filter(number -> number.signum() > 0);
        return cells.number("fat mass")
                .filter(number -> number.signum() > 0)
                .flatMap(fat -> weight.map(
                        whole -> fat.movePointRight(2).divide(whole, 2, RoundingMode.HALF_UP)));
    }
}

package app.primaryassistant.metrics.boundary;

import app.primaryassistant.metrics.control.Review.Meant;
import app.primaryassistant.metrics.control.Review.Remark;
import app.primaryassistant.platform.figure.Decimals;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is worth saying of a value before it is saved. */
public record RemarkView(String metric, @Nullable UnusualView unusual, List<EarlierView> earlier) {

    /** The usual range in the canonical unit, the middle of the person's own values if it is theirs, and what may have been meant. */
    public record UnusualView(
            BigDecimal low, @Nullable BigDecimal typical, BigDecimal high, MeasurementView.@Nullable Entered meant) {}

    /** A value that the day has already. */
    public record EarlierView(BigDecimal value, MeasurementView.Entered entered) {}

    static RemarkView from(Remark remark) {
        return new RemarkView(
                remark.metric(),
                remark.unusual()
                        .map(unusual -> new UnusualView(
                                unusual.usual().low(),
                                unusual.usual().typical(),
                                unusual.usual().high(),
                                unusual.meant().map(RemarkView::entered).orElse(null)))
                        .orElse(null),
                remark.earlier().stream()
                        .map(one -> new EarlierView(
                                Decimals.plain(one.value()),
                                new MeasurementView.Entered(Decimals.plain(one.enteredValue()), one.enteredUnit())))
                        .toList());
    }

    private static MeasurementView.Entered entered(Meant meant) {
        return new MeasurementView.Entered(Decimals.plain(meant.value()), meant.unit());
    }
}

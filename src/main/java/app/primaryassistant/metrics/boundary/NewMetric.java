package app.primaryassistant.metrics.boundary;

import app.primaryassistant.platform.json.PlainText;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A metric of one's own to be added. Without a range any value that can be stored is plausible. */
public record NewMetric(
        @NotNull @PlainText(min = 1, max = 60) String name,
        @NotNull @PlainText(max = 20) String unit,
        @Nullable @Digits(integer = 8, fraction = 6) BigDecimal low,
        @Nullable @Digits(integer = 8, fraction = 6) BigDecimal high,
        @Nullable @Min(0) @Max(4) Integer decimals) {}

package app.primaryassistant.metrics.control;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The smoothed value on a day, with its 95 % interval where there is enough to compute one from. */
public record TrendPoint(
        LocalDate date,
        BigDecimal value,
        @Nullable BigDecimal low,
        @Nullable BigDecimal high) {}

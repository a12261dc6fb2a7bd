package app.primaryassistant.progress.entity;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The load on a day, and what it amounts to with the days before it.
 *
 * @param acute exponentially weighted mean with a time constant of 7 days
 * @param chronic the same with 42 days
 * @param balance chronic − acute
 * @param monotony of the week that ends on the day; absent where all of its days are alike
 * @param strain absent where there is no monotony
 */
public record LoadPoint(
        LocalDate date,
        BigDecimal load,
        BigDecimal acute,
        BigDecimal chronic,
        BigDecimal balance,
        @Nullable BigDecimal monotony,
        @Nullable BigDecimal strain) {}

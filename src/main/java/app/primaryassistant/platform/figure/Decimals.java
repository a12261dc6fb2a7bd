package app.primaryassistant.platform.figure;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Computed numbers as they are told to people: rounded as PostgreSQL rounds, without trailing zeros or exponent. */
public final class Decimals {

    private Decimals() {}

    /**
     * The number with at most so many decimals, halves rounded away from zero.
     *
     * @throws NumberFormatException if the number is not finite
     */
    public static BigDecimal round(double number, int decimals) {
        return plain(BigDecimal.valueOf(number).setScale(decimals, RoundingMode.HALF_UP));
    }

    /** The same number without trailing zeros: 80 rather than 80.000000 or 8E+1. */
    public static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}

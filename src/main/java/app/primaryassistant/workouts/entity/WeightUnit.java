package app.primaryassistant.workouts.entity;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;

/** What plates are marked in. */
public enum WeightUnit {
    KILOGRAM("kg", "1"),
    /** The international avoirdupois pound of 1959. */
    POUND("lb", "0.45359237");

    /** The decimals of a kilogram that weights are kept with, in memory as in the database. */
    private static final int DECIMALS = 3;

    private final String symbol;
    private final BigDecimal kilograms;

    WeightUnit(String symbol, String kilograms) {
        this.symbol = symbol;
        this.kilograms = new BigDecimal(kilograms);
    }

    /**
     * The unit of that symbol.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static WeightUnit ofSymbol(String symbol) {
        return Arrays.stream(values())
                .filter(unit -> unit.symbol.equals(symbol))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(symbol));
    }

    public String symbol() {
        return symbol;
    }

    /** A weight of this unit in kilograms, rounded to the gram. */
    public BigDecimal toKilograms(BigDecimal weight) {
        return weight.multiply(kilograms).setScale(DECIMALS, RoundingMode.HALF_UP);
    }

    /** The largest weight of this unit, without decimals, that is at most so many kilograms. */
    public BigDecimal atMost(BigDecimal limit) {
        return limit.divide(kilograms, 0, RoundingMode.FLOOR);
    }
}

package app.primaryassistant.workouts.entity;

import app.primaryassistant.platform.unit.Unit;
import app.primaryassistant.platform.vocabulary.Keyed;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** What plates are marked in. */
public enum WeightUnit implements Keyed {
    KILOGRAM(Unit.KILOGRAM),
    POUND(Unit.POUND);

    /** The decimals of a kilogram that weights are kept with, in memory as in the database. */
    private static final int DECIMALS = 3;

    /** What is kept to the gram gives a pound back to a hundredth. */
    private static final int POUND_DECIMALS = 2;

    private final Unit unit;

    WeightUnit(Unit unit) {
        this.unit = unit;
    }

    /** Its symbol. */
    @Override
    public String key() {
        return unit.symbol();
    }

    /** One of this unit in kilograms. */
    public BigDecimal kilograms() {
        return unit.factor();
    }

    /** A weight of this unit in kilograms, rounded to the gram. */
    public BigDecimal toKilograms(BigDecimal weight) {
        return weight.multiply(kilograms()).setScale(DECIMALS, RoundingMode.HALF_UP);
    }

    /** A weight that is kept in kilograms, in this unit: kilograms as they are, pounds to the hundredth. */
    public BigDecimal fromKilograms(BigDecimal weight) {
        return this == KILOGRAM ? weight : weight.divide(kilograms(), POUND_DECIMALS, RoundingMode.HALF_UP);
    }

    /** The largest weight of this unit, without decimals, that is at most so many kilograms. */
    public BigDecimal atMost(BigDecimal limit) {
        return limit.divide(kilograms(), 0, RoundingMode.FLOOR);
    }
}

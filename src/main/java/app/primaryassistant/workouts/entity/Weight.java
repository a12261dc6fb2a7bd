package app.primaryassistant.workouts.entity;

import java.math.BigDecimal;

/**
 * A weight beside what was typed: 185 lb entered is 185 lb shown, always. Where an exercise lifts the body it is what is added
 * to that, below zero what helps.
 *
 * @param kilograms rounded to the gram
 */
public record Weight(BigDecimal kilograms, BigDecimal entered, WeightUnit unit) {

    public static Weight of(BigDecimal entered, WeightUnit unit) {
        return new Weight(unit.toKilograms(entered), entered, unit);
    }
}

package app.primaryassistant.programs.entity.progression;

import app.primaryassistant.platform.figure.Decimals;
import app.primaryassistant.workouts.entity.WeightUnit;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * What a bar can be loaded with: whole multiples of a step, the smallest difference that a pair of plates makes.
 *
 * @param unit the unit that plates, and so all weights of the rules, are in
 * @param step above 0, in that unit, such as 2.5 kg or 5 lb
 */
public record Loading(WeightUnit unit, BigDecimal step) {

    private static final BigDecimal HUNDRED = new BigDecimal(100);

    public Loading {
        if (step.signum() <= 0) {
            throw new IllegalArgumentException("A step is above zero");
        }
    }

    /** The loadable weight that is closest, the heavier of two that are equally close; at least 0. */
    public BigDecimal nearest(BigDecimal weight) {
        return onGrid(weight, RoundingMode.HALF_UP);
    }

    /** The heaviest loadable weight that is not above; at least 0. */
    public BigDecimal down(BigDecimal weight) {
        return onGrid(weight, RoundingMode.FLOOR);
    }

    /** Which of two round numbers is meant: plates are made in round numbers of each unit. */
    public BigDecimal in(BigDecimal kilograms, BigDecimal pounds) {
        return switch (unit) {
            case KILOGRAM -> kilograms;
            case POUND -> pounds;
        };
    }

    /** Heavier by an amount, or by one step where the amount is smaller than that. */
    BigDecimal raised(BigDecimal weight, Amount by) {
        return down(weight.add(in(by.kg(), by.lb()).max(step)));
    }

    /** Lighter by a percentage, rounded down. */
    BigDecimal lowered(BigDecimal weight, int percent) {
        return down(percentOf(weight, 100 - percent));
    }

    /** A percentage of a weight, as close as can be loaded. */
    public BigDecimal share(BigDecimal weight, int percent) {
        return nearest(percentOf(weight, percent));
    }

    /** The same on a bar: the bar, or as many steps above it as come closest. */
    public BigDecimal share(BigDecimal weight, int percent, Bar bar) {
        BigDecimal empty = bar.weight(this);
        return Decimals.plain(empty.add(nearest(percentOf(weight, percent).subtract(empty))));
    }

    /** A percentage of a weight, not yet rounded. */
    static BigDecimal percentOf(BigDecimal weight, int percent) {
        return weight.multiply(BigDecimal.valueOf(percent)).divide(HUNDRED);
    }

    /** A weight times a ratio, not yet rounded. */
    static BigDecimal ratio(BigDecimal weight, double numerator, double denominator) {
        return weight.multiply(BigDecimal.valueOf(numerator))
                .divide(BigDecimal.valueOf(denominator), MathContext.DECIMAL64);
    }

    /** The weight as it stands in a sentence: 62.5 kg, or what is lifted with the body alone. */
    public String words(BigDecimal weight) {
        return weight.signum() == 0 ? "no added weight" : amount(weight);
    }

    private String amount(BigDecimal weight) {
        return Decimals.plain(weight).toPlainString() + " " + unit.key();
    }

    /** How much heavier or lighter, as it stands in a sentence: +2.5 kg, −5 lb. */
    String difference(BigDecimal before, BigDecimal after) {
        BigDecimal difference = after.subtract(before);
        return switch (difference.signum()) {
            case 0 -> "No change";
            case 1 -> "+" + amount(difference);
            default -> "−" + amount(difference.negate());
        };
    }

    private BigDecimal onGrid(BigDecimal weight, RoundingMode rounding) {
        return Decimals.plain(
                weight.max(BigDecimal.ZERO).divide(step, 0, rounding).multiply(step));
    }
}

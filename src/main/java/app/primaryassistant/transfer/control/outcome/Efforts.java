package app.primaryassistant.transfer.control.outcome;

import app.primaryassistant.transfer.control.outcome.Columns.Column;
import app.primaryassistant.transfer.control.outcome.Outcome.Effort;
import app.primaryassistant.transfer.control.outcome.Outcome.Weight;
import app.primaryassistant.transfer.control.text.Amount;
import app.primaryassistant.transfer.control.text.Refusal;
import app.primaryassistant.transfer.control.text.UnitNames;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The numbers of a set, in the program's own units and ranges. A nought says that a program has no such number. */
public final class Efforts {

    private static final List<String> MASS = List.of("kg", "lb");
    private static final List<String> LENGTH = List.of("km", "mi", "m");

    /** In kg: the international avoirdupois pound of 1959. */
    private static final Map<String, BigDecimal> KILOGRAMS =
            Map.of("kg", BigDecimal.ONE, "lb", new BigDecimal("0.45359237"));

    /** In metres: the international yard of 1959, its third and its 1,760-fold. */
    private static final Map<String, BigDecimal> METRES = Map.of(
            "m", BigDecimal.ONE,
            "km", BigDecimal.valueOf(1000),
            "mi", new BigDecimal("1609.344"),
            "yd", new BigDecimal("0.9144"),
            "ft", new BigDecimal("0.3048"));

    private static final BigDecimal HEAVIEST = BigDecimal.valueOf(1000);
    private static final BigDecimal FARTHEST = BigDecimal.valueOf(1_000_000);

    private Efforts() {}

    /**
     * A set that was done.
     *
     * @throws Refusal if nothing was done in it
     */
    public static Effort of(
            String kind,
            Optional<Integer> reps,
            Optional<Weight> weight,
            Optional<BigDecimal> rpe,
            Optional<Integer> durationS,
            Optional<BigDecimal> distanceM) {
        Optional<Integer> some = reps.filter(count -> count > 0);
        Optional<Integer> lasted = durationS.filter(seconds -> seconds > 0);
        if (some.isEmpty() && lasted.isEmpty() && distanceM.isEmpty()) {
            throw new Refusal("The set has neither repetitions nor a duration nor a distance.");
        }
        return new Effort(kind, some, weight, rpe, Optional.empty(), lasted, distanceM, Optional.empty(), true);
    }

    public static Optional<Integer> reps(Cells cells) {
        return cells.whole(0, 1000, "reps");
    }

    /** From 1 to 10 in halves; a nought is none. */
    public static Optional<BigDecimal> rpe(Cells cells) {
        Optional<BigDecimal> rpe = cells.number("rpe").filter(number -> number.signum() != 0);
        rpe.ifPresent(number -> {
            boolean half = number.multiply(BigDecimal.TWO).stripTrailingZeros().scale() <= 0;
            if (!half || number.compareTo(BigDecimal.ONE) < 0 || number.compareTo(BigDecimal.TEN) > 0) {
                throw new Refusal("RPE: It must be from 1 to 10 in halves.");
            }
        });
        return rpe;
    }

    /**
     * The weight, whose unit stands beside it, in the row, in the name of its column, or is asked for.
     *
     * @param ofRow the unit as the row says it, or nothing
     */
    public static Optional<Weight> weight(Cells cells, String ofRow, Column column) {
        return amount(cells, column).map(amount -> {
            String unit = unit(cells, amount, ofRow, column, "mass", MASS);
            return new Weight(kilograms(amount.number(), unit), amount.number(), unit);
        });
    }

    /** A weight in kg. */
    public static BigDecimal kilograms(BigDecimal weight, String unit) {
        BigDecimal kilograms = canonical(weight, unit, KILOGRAMS, "weight");
        if (kilograms.compareTo(HEAVIEST) > 0) {
            throw new Refusal("The weight is more than 1,000 kg.");
        }
        return kilograms;
    }

    /** The distance in metres, whose unit is found in the same way. */
    public static Optional<BigDecimal> distance(Cells cells, String ofRow, Column column) {
        return amount(cells, column).map(amount -> {
            String unit = unit(cells, amount, ofRow, column, "distance", LENGTH);
            BigDecimal metres = canonical(amount.number(), unit, METRES, "distance");
            if (metres.compareTo(FARTHEST) > 0) {
                throw new Refusal("The distance is more than 1,000 km.");
            }
            return metres;
        });
    }

    private static Optional<Amount> amount(Cells cells, Column column) {
        return cells.read(column, cells.notation()::amount).filter(amount -> amount.number().signum() != 0);
    }

    private static String unit(
            Cells cells, Amount amount, String ofRow, Column column, String dimension, List<String> options) {
        return amount.unit()
                .or(() -> Optional.of(ofRow).filter(text -> !text.isBlank()).map(UnitNames::symbol))
                .or(column::unit)
                .orElseGet(() -> cells.notation().unit(dimension, amount.number(), options));
    }

    private static BigDecimal canonical(BigDecimal number, String unit, Map<String, BigDecimal> factors, String what) {
        BigDecimal factor = factors.get(unit);
        if (factor == null) {
            throw new Refusal("The unit of the %s is not known.".formatted(what));
        }
        if (number.signum() < 0) {
            throw new Refusal("The %s must not be negative.".formatted(what));
        }
        return number.multiply(factor).setScale(3, RoundingMode.HALF_UP);
    }
}

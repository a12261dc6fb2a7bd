package app.primaryassistant.imports.control.row;

import app.primaryassistant.imports.control.row.Columns.Column;
import app.primaryassistant.imports.control.text.Amount;
import app.primaryassistant.imports.control.text.Refusal;
import app.primaryassistant.imports.control.text.UnitNames;
import app.primaryassistant.platform.persistence.Ids;
import app.primaryassistant.platform.unit.Dimension;
import app.primaryassistant.platform.unit.Unit;
import app.primaryassistant.platform.vocabulary.Keyed;
import app.primaryassistant.workouts.entity.Measure;
import app.primaryassistant.workouts.entity.SetKind;
import app.primaryassistant.workouts.entity.Weight;
import app.primaryassistant.workouts.entity.WeightUnit;
import app.primaryassistant.workouts.entity.WorkoutSet;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The numbers of a set, in the program's own units and ranges. A nought says that a program has no such number. */
public final class Efforts {

    private static final List<String> MASS =
            Arrays.stream(WeightUnit.values()).map(WeightUnit::key).toList();
    private static final List<String> DISTANCE = List.of("km", "mi", "m");

    /** The decimals of a metre that distances are read with. */
    private static final int DECIMALS = 3;

    private Efforts() {}

    /**
     * A set that was done.
     *
     * @throws Refusal if nothing was done in it
     */
    public static WorkoutSet of(
            SetKind kind,
            Optional<Integer> reps,
            Optional<Weight> weight,
            Optional<BigDecimal> rpe,
            Optional<Integer> durationS,
            Optional<BigDecimal> distanceM) {
        Optional<Integer> some = reps.filter(count -> count > 0);
        Optional<Integer> lasted = durationS.filter(seconds -> seconds > 0);
        if (some.isEmpty() && lasted.isEmpty() && distanceM.isEmpty()) {
            throw new Refusal("The set has no repetitions, duration or distance.");
        }
        return new WorkoutSet(
                Ids.next(), kind, some, weight, rpe, Optional.empty(), lasted, distanceM, Optional.empty(), true);
    }

    public static Optional<Integer> reps(Cells cells) {
        return cells.whole(Measure.REPS, "reps");
    }

    /** A nought is none. */
    public static Optional<BigDecimal> rpe(Cells cells) {
        Optional<BigDecimal> rpe = cells.number("rpe").filter(number -> number.signum() != 0);
        rpe.filter(number -> !Measure.RPE.allows(number)).ifPresent(number -> {
            throw new Refusal("RPE: " + Refusal.sentence(Measure.RPE.demand()));
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
            return weight(amount.number(), unit, Measure.WEIGHT);
        });
    }

    /**
     * A weight as it was entered.
     *
     * @param range of its kilograms
     */
    public static Weight weight(BigDecimal entered, String symbol, Measure range) {
        WeightUnit unit = Keyed.find(WeightUnit.class, symbol).orElseThrow(() -> unknown("weight"));
        Weight weight = Weight.of(entered, unit);
        requireRange("weight", weight.kilograms(), range);
        return weight;
    }

    /** The distance in metres, whose unit is found in the same way. */
    public static Optional<BigDecimal> distance(Cells cells, String ofRow, Column column) {
        return amount(cells, column).map(amount -> {
            String symbol = unit(cells, amount, ofRow, column, "distance", DISTANCE);
            BigDecimal metres = Unit.ofSymbol(symbol)
                    .filter(unit -> unit.dimension() == Dimension.LENGTH)
                    .map(unit -> unit.toCanonical(amount.number()).setScale(DECIMALS, RoundingMode.HALF_UP))
                    .orElseThrow(() -> unknown("distance"));
            requireRange("distance", metres, Measure.DISTANCE);
            return metres;
        });
    }

    private static Optional<Amount> amount(Cells cells, Column column) {
        return cells.read(column, cells.notation()::amount)
                .filter(amount -> amount.number().signum() != 0);
    }

    private static String unit(
            Cells cells, Amount amount, String ofRow, Column column, String dimension, List<String> options) {
        return amount.unit()
                .or(() -> Optional.of(ofRow).filter(text -> !text.isBlank()).map(UnitNames::symbol))
                .or(column::unit)
                .orElseGet(() -> cells.notation().unit(dimension, amount.number(), options));
    }

    private static Refusal unknown(String what) {
        return new Refusal("The unit of the %s is not known.".formatted(what));
    }

    private static void requireRange(String what, BigDecimal value, Measure range) {
        if (value.compareTo(range.low()) < 0) {
            throw new Refusal(
                    range.low().signum() == 0
                            ? "The %s must not be negative.".formatted(what)
                            : "The %s is less than %s %s.".formatted(what, grouped(range.low()), range.unit()));
        }
        if (value.compareTo(range.high()) > 0) {
            throw new Refusal("The %s is more than %s %s.".formatted(what, grouped(range.high()), range.unit()));
        }
    }

    private static String grouped(BigDecimal number) {
        return "%,d".formatted(number.intValueExact()).replace('-', '−');
    }
}

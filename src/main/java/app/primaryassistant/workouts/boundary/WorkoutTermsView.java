package app.primaryassistant.workouts.boundary;

import static java.util.stream.Collectors.toMap;

import app.primaryassistant.platform.unit.Dimension;
import app.primaryassistant.platform.unit.Unit;
import app.primaryassistant.platform.unit.UnitView;
import app.primaryassistant.workouts.entity.MaximumFormula;
import app.primaryassistant.workouts.entity.Measure;
import app.primaryassistant.workouts.entity.SetKind;
import app.primaryassistant.workouts.entity.WeightUnit;
import app.primaryassistant.workouts.entity.WorkoutType;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * What a workout can be made of: the types, the kinds of set, the units of weight, and the range of every number.
 *
 * @param units every unit that anything is shown in
 * @param preferences the symbols of the units that a profile chooses from, by the key of their dimension
 * @param epleyDivisor in repetitions, as in {@link MaximumFormula#EPLEY_DIVISOR}
 */
public record WorkoutTermsView(
        List<Term> types,
        List<Term> setKinds,
        List<String> weightUnits,
        List<UnitView> units,
        Map<String, List<String>> preferences,
        List<Range> ranges,
        int epleyDivisor) {

    public record Term(String key, String name) {}

    /** The numbers that are accepted in a field, in steps; in {@code unit}, which is empty for counts and ratings. */
    public record Range(String field, String unit, BigDecimal low, BigDecimal high, BigDecimal step) {}

    static WorkoutTermsView all() {
        return new WorkoutTermsView(
                Arrays.stream(WorkoutType.values())
                        .map(type -> new Term(type.key(), type.label()))
                        .toList(),
                Arrays.stream(SetKind.values())
                        .map(kind -> new Term(kind.key(), kind.label()))
                        .toList(),
                Arrays.stream(WeightUnit.values()).map(WeightUnit::key).toList(),
                Arrays.stream(Unit.values()).map(UnitView::from).toList(),
                Arrays.stream(Dimension.values())
                        .filter(dimension -> !dimension.preferences().isEmpty())
                        .collect(toMap(Dimension::key, dimension -> symbols(dimension.preferences()))),
                Arrays.stream(Measure.values())
                        .map(measure -> new Range(
                                measure.field(), measure.unit(), measure.low(), measure.high(), measure.step()))
                        .toList(),
                MaximumFormula.EPLEY_DIVISOR);
    }

    private static List<String> symbols(List<Unit> units) {
        return units.stream().map(Unit::symbol).toList();
    }
}

package app.primaryassistant.workouts.boundary;

import app.primaryassistant.workouts.entity.MaximumFormula;
import app.primaryassistant.workouts.entity.Measure;
import app.primaryassistant.workouts.entity.SetKind;
import app.primaryassistant.workouts.entity.WeightUnit;
import app.primaryassistant.workouts.entity.WorkoutType;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a workout can be made of: the types, the kinds of set, the units of weight, and the range of every number.
 *
 * @param kilogramsPerUnit how many kilograms one of each unit of weight is
 * @param epleyDivisor in repetitions, as in {@link MaximumFormula#EPLEY_DIVISOR}
 */
public record WorkoutTermsView(
        List<Term> types,
        List<Term> setKinds,
        List<String> weightUnits,
        Map<String, BigDecimal> kilogramsPerUnit,
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
                Arrays.stream(WeightUnit.values()).collect(Collectors.toMap(WeightUnit::key, WeightUnit::kilograms)),
                Arrays.stream(Measure.values())
                        .map(measure -> new Range(measure.field(), measure.unit(), measure.low(), measure.high(), measure.step()))
                        .toList(),
                MaximumFormula.EPLEY_DIVISOR);
    }
}

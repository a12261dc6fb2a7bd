package app.primaryassistant.workouts.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.primaryassistant.platform.vocabulary.Keyed;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.yaml.snakeyaml.Yaml;

/** What is plausible, and what a plate weighs. */
class MeasureTest {

    @ParameterizedTest
    @EnumSource(Measure.class)
    void bothEndsOfARangeAreAllowedAndNothingBeyond(Measure measure) {
        assertThat(measure.allows(measure.low())).isTrue();
        assertThat(measure.allows(measure.high())).isTrue();
        assertThat(measure.allows(measure.low().subtract(measure.step()))).isFalse();
        assertThat(measure.allows(measure.high().add(measure.step()))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"8, true", "8.5, true", "8.0, true", "8.25, false", "0.5, false", "10.5, false"})
    void exertionIsToldInHalves(BigDecimal rating, boolean allowed) {
        assertThat(Measure.RPE.allows(rating)).isEqualTo(allowed);
    }

    @Test
    void aRangeIsToldInWords() {
        assertThat(Measure.RPE.demand()).isEqualTo("must be from 1 to 10 in steps of 0.5");
        assertThat(Measure.REPS.demand()).isEqualTo("must be from 0 to 1000");
        assertThat(Measure.DISTANCE.demand()).isEqualTo("must be from 0 to 1000000 m");
    }

    @ParameterizedTest
    @EnumSource(names = {"REPS", "RPE", "RIR", "DURATION", "DISTANCE", "REST"})
    void theApiSaysTheSameRangeOfASet(Measure measure) throws IOException {
        Map<String, Object> document;
        try (InputStream in = Measure.class.getResourceAsStream("/META-INF/openapi.yaml")) {
            document = new Yaml().load(in);
        }

        Object field = inside(document, "components", "schemas", "WorkoutSet", "properties", measure.field());

        assertThat(new BigDecimal(inside(field, "minimum").toString())).isEqualByComparingTo(measure.low());
        assertThat(new BigDecimal(inside(field, "maximum").toString())).isEqualByComparingTo(measure.high());
    }

    private static Object inside(Object document, String... names) {
        Object node = document;
        for (String name : names) {
            node = Objects.requireNonNull(((Map<?, ?>) node).get(name), name);
        }
        return node;
    }

    /** NIST Special Publication 811: one pound is 0.45359237 kg. */
    @ParameterizedTest
    @CsvSource({"lb, 45, 20.412", "lb, 185, 83.915", "lb, 2.5, 1.134", "kg, 82.5, 82.5", "kg, 0, 0"})
    void aWeightInKilogramsIsRightToTheGram(String unit, BigDecimal entered, BigDecimal kilograms) {
        assertThat(Weight.of(entered, Keyed.of(WeightUnit.class, unit)).kilograms())
                .isEqualByComparingTo(kilograms);
    }

    @Test
    void theLargestWeightIsTheSameInBothUnits() {
        assertThat(WeightUnit.KILOGRAM.atMost(Measure.WEIGHT.high())).isEqualByComparingTo("1000");
        assertThat(WeightUnit.POUND.atMost(Measure.WEIGHT.high())).isEqualByComparingTo("2204");
    }

    @Property
    void aPoundIsLessThanHalfAKilogramWhateverItsNumber(
            @ForAll @BigRange(min = "0.25", max = "2204") @Scale(2) BigDecimal entered) {
        assertThat(WeightUnit.POUND.toKilograms(entered))
                .isLessThan(entered.divide(BigDecimal.TWO))
                .isPositive();
    }

    @Test
    void everyTermIsFoundByItsKeyAndNoOther() {
        assertThat(WorkoutType.values())
                .allSatisfy(type ->
                        assertThat(Keyed.of(WorkoutType.class, type.key())).isEqualTo(type));
        assertThat(SetKind.values())
                .allSatisfy(
                        kind -> assertThat(Keyed.of(SetKind.class, kind.key())).isEqualTo(kind));
        assertThatThrownBy(() -> Keyed.of(WorkoutType.class, "yoga")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Keyed.of(SetKind.class, "heavy")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Keyed.of(WeightUnit.class, "st")).isInstanceOf(IllegalArgumentException.class);
    }
}

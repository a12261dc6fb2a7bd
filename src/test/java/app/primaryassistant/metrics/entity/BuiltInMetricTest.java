package app.primaryassistant.metrics.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class BuiltInMetricTest {

    @ParameterizedTest
    @EnumSource
    void isFoundByItsKey(BuiltInMetric metric) {
        assertThat(BuiltInMetric.ofKey(metric.key())).contains(metric);
    }

    @ParameterizedTest
    @EnumSource
    void keyCannotBeMistakenForAnAccountsOwn(BuiltInMetric metric) {
        assertThat(metric.key()).matches("[a-z0-9]+(-[a-z0-9]+)*").doesNotStartWith("x-");
    }

    @Test
    void unknownKeyIsNoMetric() {
        assertThat(BuiltInMetric.ofKey("Weight")).isEmpty();
        assertThat(BuiltInMetric.ofKey("")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void isEnteredInUnitsOfOneDimensionAmongThemTheCanonicalOne(BuiltInMetric metric) {
        assertThat(metric.units()).contains(metric.unit()).doesNotHaveDuplicates();
        assertThat(metric.unit().isCanonical()).isTrue();
        assertThat(metric.units())
                .allMatch(unit -> unit.dimension() == metric.unit().dimension());
    }

    @ParameterizedTest
    @EnumSource
    void rangeIncludesItsEndsAndNothingBeyond(BuiltInMetric metric) {
        BigDecimal step = new BigDecimal("0.000001");

        assertThat(metric.isPlausible(metric.low())).isTrue();
        assertThat(metric.isPlausible(metric.high())).isTrue();
        assertThat(metric.isPlausible(metric.low().subtract(step))).isFalse();
        assertThat(metric.isPlausible(metric.high().add(step))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "body-fat, 5000",
        "weight, -10",
        "weight, 0",
        "systolic, 0",
        "energy, 11",
        "mood, 0",
        "sleep-duration, 24.1"
    })
    void impossibleValuesAreOutOfRange(String key, BigDecimal value) {
        assertThat(BuiltInMetric.ofKey(key).orElseThrow().isPlausible(value)).isFalse();
    }

    /** Brower Minnoch's weight, Svendsen's VO₂max, a night without sleep, hypoglycaemia, a resting pulse of 27. */
    @ParameterizedTest
    @CsvSource({
        "weight, 635",
        "vo2max, 97.5",
        "sleep-duration, 0",
        "blood-glucose, 0.6",
        "resting-heart-rate, 27",
        "waist, 3.02"
    })
    void recordedExtremesAreInRange(String key, BigDecimal value) {
        assertThat(BuiltInMetric.ofKey(key).orElseThrow().isPlausible(value)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "weight, body, kg, kg",
        "waist, girth, cm, m",
        "blood-glucose, vital, mmol/L, mmol/L",
        "sleep-duration, wellness, h, h"
    })
    void saysItsGroupItsUsualUnitAndItsCanonicalUnit(String key, String group, String usual, String canonical) {
        assertThat(BuiltInMetric.ofKey(key).orElseThrow())
                .returns(group, metric -> metric.group().key())
                .returns(usual, metric -> metric.units().getFirst().symbol())
                .returns(canonical, metric -> metric.unit().symbol());
    }

    @Test
    void namesAreForPeopleAndDiffer() {
        assertThat(Arrays.stream(BuiltInMetric.values()).map(BuiltInMetric::label))
                .doesNotHaveDuplicates()
                .allMatch(label -> Character.isUpperCase(label.charAt(0)));
    }
}

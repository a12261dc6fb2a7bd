package app.primaryassistant.platform.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.primaryassistant.metrics.entity.BuiltInMetric;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class UnitTest {

    /**
     * Pound and inch by the international agreement of 1959; 98.6 °F, 0 °F and −40 °F by definition; 18.0156 mg/dL for
     * each mmol/L of glucose.
     */
    @ParameterizedTest
    @CsvSource({
        "185, lb, 83.914588",
        "1, lb, 0.453592",
        "34.25, in, 0.869950",
        "87.5, cm, 0.875000",
        "0.875, m, 0.875000",
        "98.6, °F, 37.000000",
        "0, °F, -17.777778",
        "-40, °F, -40.000000",
        "100, mg/dL, 5.550745",
        "90, mg/dL, 4.995670",
        "455, min, 7.583333",
        "82.45, kg, 82.450000",
        "7, /10, 7.000000"
    })
    void convertsToTheCanonicalUnit(BigDecimal entered, String symbol, String canonical) {
        assertThat(Unit.ofSymbol(symbol).orElseThrow().toCanonical(entered)).hasToString(canonical);
    }

    @ParameterizedTest
    @CsvSource({
        "83.914588, lb, 185.0",
        "0.869950, in, 34.25",
        "0.875, cm, 87.5",
        "37, °F, 98.6",
        "-40, °F, -40.0",
        "5.5, mg/dL, 99",
        "7.583333, min, 455",
        "36.65, °C, 36.7"
    })
    void convertsFromTheCanonicalUnitAtItsOwnDecimals(BigDecimal canonical, String symbol, String shown) {
        assertThat(Unit.ofSymbol(symbol).orElseThrow().fromCanonical(canonical)).hasToString(shown);
    }

    @Property(tries = 5000)
    void whatWasEnteredIsShownAgainToTheDigit(@ForAll("entries") Entry entry) {
        BigDecimal canonical = entry.unit().toCanonical(entry.value());

        assertThat(entry.unit().fromCanonical(canonical)).isEqualByComparingTo(entry.value());
    }

    @Property
    void factorAndOffsetSayTheSameAsTheConversion(@ForAll("entries") Entry entry) {
        BigDecimal byFactor =
                entry.value().multiply(entry.unit().factor()).add(entry.unit().offset());

        assertThat(entry.unit().toCanonical(entry.value())).isCloseTo(byFactor, within(new BigDecimal("0.0000006")));
    }

    @ParameterizedTest
    @EnumSource
    void canonicalUnitKeepsValuesAsTheyAre(Unit unit) {
        BigDecimal value = new BigDecimal("41.234567");

        assertThat(unit.toCanonical(value).compareTo(value) == 0).isEqualTo(unit.isCanonical());
    }

    @ParameterizedTest
    @EnumSource
    void dimensionHasOneCanonicalUnit(Dimension dimension) {
        assertThat(Arrays.stream(Unit.values()).filter(unit -> unit.dimension() == dimension && unit.isCanonical()))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"kg, 1", "in, 2", "bpm, 0", "m, 3"})
    void saysHowManyDecimalsToShow(String symbol, int decimals) {
        assertThat(Unit.ofSymbol(symbol).orElseThrow().decimals()).isEqualTo(decimals);
    }

    @Test
    void isFoundByItsSymbolAlone() {
        Set<String> symbols = Arrays.stream(Unit.values()).map(Unit::symbol).collect(Collectors.toSet());

        assertThat(symbols).hasSameSizeAs(Unit.values());
        assertThat(Unit.ofSymbol("stone")).isEmpty();
        assertThat(Unit.ofSymbol("KG")).isEmpty();
    }

    record Entry(BigDecimal value, Unit unit) {}

    /** Every plausible value of every metric in every unit it may be entered in, with the decimals the unit shows. */
    @Provide
    Arbitrary<Entry> entries() {
        return Arbitraries.of(BuiltInMetric.values())
                .flatMap(metric -> Arbitraries.of(metric.units())
                        .flatMap(unit -> Arbitraries.bigDecimals()
                                .between(lowest(metric, unit), highest(metric, unit))
                                .ofScale(unit.decimals())
                                .map(value -> new Entry(value, unit))));
    }

    private static BigDecimal lowest(BuiltInMetric metric, Unit unit) {
        return unit.fromCanonical(metric.low()).setScale(unit.decimals(), RoundingMode.UP);
    }

    private static BigDecimal highest(BuiltInMetric metric, Unit unit) {
        return unit.fromCanonical(metric.high()).setScale(unit.decimals(), RoundingMode.DOWN);
    }
}

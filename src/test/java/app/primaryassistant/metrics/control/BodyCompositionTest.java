package app.primaryassistant.metrics.control;

import static app.primaryassistant.metrics.entity.BuiltInMetric.BODY_FAT;
import static app.primaryassistant.metrics.entity.BuiltInMetric.HIPS;
import static app.primaryassistant.metrics.entity.BuiltInMetric.NECK;
import static app.primaryassistant.metrics.entity.BuiltInMetric.WAIST;
import static app.primaryassistant.metrics.entity.BuiltInMetric.WEIGHT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.primaryassistant.metrics.control.Physique.Sex;
import app.primaryassistant.metrics.entity.BuiltInMetric;
import app.primaryassistant.platform.figure.Figure;
import app.primaryassistant.platform.figure.Input;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BodyCompositionTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
    private static final Physique NOBODY = new Physique(null, null, null);

    @ParameterizedTest
    @CsvSource({"70, 1.75, 22.9", "81, 1.8, 25", "55.5, 1.60, 21.7"})
    void bodyMassIndexIsWeightByHeightSquared(double weight, String height, String index) {
        assertThat(figure("bmi", person(height, null, null), Map.of(WEIGHT, of(weight))))
                .returns(new BigDecimal(index), Figure::value)
                .returns("kg/m²", Figure::unit)
                .returns(null, Figure::low);
    }

    @Test
    void fatAndLeanMassMakeUpTheWeight() {
        Map<BuiltInMetric, DayMean> latest = Map.of(WEIGHT, of(80), BODY_FAT, of(22.5));

        assertThat(figure("fat-mass", NOBODY, latest)).returns(new BigDecimal("18"), Figure::value);
        assertThat(figure("lean-mass", NOBODY, latest)).returns(new BigDecimal("62"), Figure::value);
    }

    @Property
    void fatAndLeanMassMakeUpAnyWeight(
            @ForAll @IntRange(min = 20, max = 6500) int weight, @ForAll @IntRange(min = 20, max = 750) int fat) {
        Map<BuiltInMetric, DayMean> latest = Map.of(WEIGHT, of(weight / 10.0), BODY_FAT, of(fat / 10.0));

        assertThat(value("fat-mass", NOBODY, latest).add(value("lean-mass", NOBODY, latest)))
                .isCloseTo(BigDecimal.valueOf(weight, 1), within(new BigDecimal("0.1")));
    }

    @Test
    void waistIsComparedWithHeight() {
        assertThat(figure("waist-to-height", person("1.75", null, null), Map.of(WAIST, of(0.84))))
                .returns(new BigDecimal("0.48"), Figure::value)
                .returns("", Figure::unit);
    }

    /**
     * By hand: density 1.0324 − 0.19077·log₁₀ 47 + 0.15456·log₁₀ 178 = 1.06125, fat 495/1.06125 − 450 = 16.4; and ±1.96 ·
     * 3.52 about 16.436.
     */
    @Test
    void menNeedWaistNeckAndHeightForBodyFatByCircumference() {
        Figure fat = figure(
                "body-fat-circumference", person("1.78", Sex.MALE, null), Map.of(WAIST, of(0.85), NECK, of(0.38)));

        assertThat(fat)
                .returns(new BigDecimal("16.4"), Figure::value)
                .returns(new BigDecimal("9.5"), Figure::low)
                .returns(new BigDecimal("23.3"), Figure::high);
    }

    /** By hand: density 1.29579 − 0.35004·log₁₀ 142 + 0.221·log₁₀ 165 = 1.03243, fat 29.434; ±1.96 · 3.72. */
    @Test
    void womenNeedHipsTooForBodyFatByCircumference() {
        Physique woman = person("1.65", Sex.FEMALE, null);

        assertThat(figure("body-fat-circumference", woman, Map.of(WAIST, of(0.75), NECK, of(0.33), HIPS, of(1))))
                .returns(new BigDecimal("29.4"), Figure::value)
                .returns(new BigDecimal("22.1"), Figure::low)
                .returns(new BigDecimal("36.7"), Figure::high);
        assertThat(missing("body-fat-circumference", woman, Map.of(WAIST, of(0.75), NECK, of(0.33))))
                .isEqualTo("Needs a measurement of hips in the 30 days to 24 November 2026.");
    }

    /**
     * The same method as the Department of Defense states it in inches: Hodgdon and Friedl, Naval Health Research Center,
     * Technical Document 99-2B (1999). Its coefficients were fitted anew, so that it differs by a few tenths.
     */
    @ParameterizedTest
    @CsvSource({"0.80, 0.36, 1.70", "0.85, 0.38, 1.78", "0.95, 0.40, 1.80", "1.05, 0.42, 1.90"})
    void bodyFatByCircumferenceOfMenAgreesWithTheFormInInches(double waist, double neck, String height) {
        double inches = 1 / 0.0254;
        double published = 86.010 * Math.log10((waist - neck) * inches)
                - 70.041 * Math.log10(Double.parseDouble(height) * inches)
                + 36.76;

        assertThat(value(
                                "body-fat-circumference",
                                person(height, Sex.MALE, null),
                                Map.of(WAIST, of(waist), NECK, of(neck)))
                        .doubleValue())
                .isCloseTo(published, within(0.5));
    }

    @ParameterizedTest
    @CsvSource({"0.65, 0.30, 0.92, 1.60", "0.75, 0.33, 1.00, 1.65", "0.90, 0.35, 1.10, 1.75"})
    void bodyFatByCircumferenceOfWomenAgreesWithTheFormInInches(double waist, double neck, double hips, String height) {
        double inches = 1 / 0.0254;
        double published = 163.205 * Math.log10((waist + hips - neck) * inches)
                - 97.684 * Math.log10(Double.parseDouble(height) * inches)
                - 78.387;

        assertThat(value(
                                "body-fat-circumference",
                                person(height, Sex.FEMALE, null),
                                Map.of(WAIST, of(waist), NECK, of(neck), HIPS, of(hips)))
                        .doubleValue())
                .isCloseTo(published, within(0.7));
    }

    @ParameterizedTest
    @CsvSource({"0.4, 0.4", "0.3, 0.4", "0.5, 0.45", "3.3, 0.3"})
    void girthsThatCannotBelongToOneBodyGiveNoBodyFat(double waist, double neck) {
        assertThat(missing(
                        "body-fat-circumference",
                        person("1.78", Sex.MALE, null),
                        Map.of(WAIST, of(waist), NECK, of(neck))))
                .startsWith("These girths are outside the range that the formula was derived from");
    }

    @Test
    void bodyFatIntervalEndsAtZero() {
        Figure lean = figure(
                "body-fat-circumference", person("1.85", Sex.MALE, null), Map.of(WAIST, of(0.72), NECK, of(0.38)));

        assertThat(lean.value()).isLessThan(new BigDecimal("6"));
        assertThat(lean.low()).isEqualByComparingTo("0");
    }

    /** By hand: 800 + 1125 − 150 + 5, and 600 + 1031.25 − 125 − 161 = 1345.25. */
    @ParameterizedTest
    @CsvSource({
        "80, 1.80, MALE, 1996-11-24, 1780",
        "60, 1.65, FEMALE, 2001-11-24, 1345",
        "80, 1.80, MALE, 1996-11-25, 1785"
    })
    void restingEnergyIsByMifflinAndStJeor(double weight, String height, Sex sex, LocalDate birthDate, int energy) {
        assertThat(figure("bmr", person(height, sex, birthDate), Map.of(WEIGHT, of(weight))))
                .returns(BigDecimal.valueOf(energy), Figure::value)
                .returns("kcal/day", Figure::unit);
    }

    @ParameterizedTest
    @CsvSource({"2007-11-25, false", "2007-11-24, true", "1947-11-25, true", "1947-11-24, false"})
    void restingEnergyHoldsForTheAgesItWasDerivedFrom(LocalDate birthDate, boolean holds) {
        Figure energy = figure("bmr", person("1.80", Sex.MALE, birthDate), Map.of(WEIGHT, of(80)));

        assertThat(energy.value() != null).isEqualTo(holds);
        if (!holds) {
            assertThat(energy.missing()).isEqualTo("The formula is valid for ages 19 to 78.");
        }
    }

    @Test
    void saysAllThatIsWanting() {
        assertThat(missing("bmr", NOBODY, Map.of()))
                .isEqualTo("Needs a measurement of weight in the 30 days to 24 November 2026."
                        + " Add your height in your profile. Add your birth date in your profile."
                        + " Add your sex at birth in your profile.");
        assertThat(missing("bmi", NOBODY, Map.of(WEIGHT, of(80)))).isEqualTo("Add your height in your profile.");
        assertThat(missing("body-fat-circumference", person("1.78", Sex.MALE, null), Map.of()))
                .contains("neck", "waist")
                .doesNotContain("hips", "girths");
    }

    @Test
    void valueCountsForThirtyDays() {
        Physique person = person("1.75", null, null);

        assertThat(figure("bmi", person, Map.of(WEIGHT, of(70, DAY.minusDays(29))))
                        .missing())
                .isNull();
        assertThat(missing("bmi", person, Map.of(WEIGHT, of(70, DAY.minusDays(30)))))
                .isEqualTo("Needs a measurement of weight in the 30 days to 24 November 2026.");
    }

    @Test
    void namesTheInputsWithTheirDaysAlsoOfAFigureThatIsMissing() {
        LocalDate monday = DAY.minusDays(1);
        Map<BuiltInMetric, DayMean> latest = new EnumMap<>(BuiltInMetric.class);
        latest.put(WEIGHT, new DayMean(monday, new BigDecimal("80.500000"), 2));
        Physique person = person("1.7800", Sex.FEMALE, LocalDate.of(1988, 4, 12));

        assertThat(figure("bmr", person, latest).explanation().inputs())
                .containsExactly(
                        Input.measured("Weight", new BigDecimal("80.5"), "kg", monday),
                        Input.number("Height", new BigDecimal("1.78"), "m"),
                        Input.number("Age", new BigDecimal("38"), "years"),
                        Input.words("Sex at birth", "female"));
        assertThat(figure("fat-mass", person, latest))
                .returns(null, Figure::value)
                .satisfies(fat -> assertThat(fat.explanation().inputs()).hasSize(1));
    }

    @Test
    void everyFigureExplainsItselfAndKeepsItsPlace() {
        assertThat(new BodyComposition(DAY, NOBODY, Map.of()).figures())
                .allSatisfy(figure -> {
                    assertThat(figure.name()).isNotBlank();
                    assertThat(figure.explanation().formula()).isNotBlank();
                    assertThat(figure.explanation().source())
                            .containsPattern("\\((18|19|20)\\d\\d\\)|, (19|20)\\d\\d|\\d \\((19|20)");
                    assertThat(figure.explanation().validity()).isNotBlank();
                })
                .extracting(Figure::key)
                .containsExactly("bmi", "fat-mass", "lean-mass", "waist-to-height", "body-fat-circumference", "bmr");
    }

    private static Physique person(@Nullable String height, @Nullable Sex sex, @Nullable LocalDate birthDate) {
        return new Physique(height == null ? null : new BigDecimal(height), sex, birthDate);
    }

    private static DayMean of(double value) {
        return of(value, DAY);
    }

    private static DayMean of(double value, LocalDate day) {
        return new DayMean(day, BigDecimal.valueOf(value), 1);
    }

    private static Figure figure(String key, Physique physique, Map<BuiltInMetric, DayMean> latest) {
        return new BodyComposition(DAY, physique, latest)
                .figures().stream()
                        .filter(figure -> figure.key().equals(key))
                        .findFirst()
                        .orElseThrow();
    }

    private static BigDecimal value(String key, Physique physique, Map<BuiltInMetric, DayMean> latest) {
        return Objects.requireNonNull(figure(key, physique, latest).value());
    }

    private static String missing(String key, Physique physique, Map<BuiltInMetric, DayMean> latest) {
        return Objects.requireNonNull(figure(key, physique, latest).missing());
    }
}

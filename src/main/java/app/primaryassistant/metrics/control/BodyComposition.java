package app.primaryassistant.metrics.control;

import app.primaryassistant.metrics.control.Physique.Sex;
import app.primaryassistant.metrics.entity.BuiltInMetric;
import app.primaryassistant.platform.figure.Figure;
import app.primaryassistant.platform.time.CivilDay;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What measurements and profile together say of a body on a day.
 *
 * <p>Values of different days are paired by one rule: of each metric the latest day mean on or before the day counts, if
 * it is one of the {@value Evidence#WINDOW_DAYS} days that end there. So no two values of one figure lie further apart
 * than that, and each figure names the days its values are of.
 *
 * @param latest for each metric its latest day mean on or before the day, canonical; metrics without one are left out
 */
public record BodyComposition(LocalDate day, Physique physique, Map<BuiltInMetric, DayMean> latest) {

    private static final int YOUNGEST_OF_MIFFLIN = 19;
    private static final int OLDEST_OF_MIFFLIN = 78;

    private static final double STANDARD_ERROR_OF_HODGDON_MEN = 3.52;
    private static final double STANDARD_ERROR_OF_HODGDON_WOMEN = 3.72;

    public BodyComposition {
        latest = Map.copyOf(latest);
    }

    /** The first day whose measurements count for a day's figures. */
    public static LocalDate firstDay(LocalDate day) {
        return CivilDay.startOfWindow(day, Evidence.WINDOW_DAYS);
    }

    /** All figures, those that cannot be computed with the reason, always in the same order. */
    public List<Figure> figures() {
        return List.of(
                bodyMassIndex(), fatMass(), leanMass(), waistToHeight(), bodyFatByCircumference(), restingEnergy());
    }

    private Figure bodyMassIndex() {
        Evidence evidence = evidence();
        double weight = evidence.latest(BuiltInMetric.WEIGHT);
        double height = evidence.height();
        return evidence.figure(BodyFormula.BODY_MASS_INDEX, weight / (height * height));
    }

    private Figure fatMass() {
        Evidence evidence = evidence();
        double weight = evidence.latest(BuiltInMetric.WEIGHT);
        double bodyFat = evidence.latest(BuiltInMetric.BODY_FAT);
        return evidence.figure(BodyFormula.FAT_MASS, weight * bodyFat / 100);
    }

    private Figure leanMass() {
        Evidence evidence = evidence();
        double weight = evidence.latest(BuiltInMetric.WEIGHT);
        double bodyFat = evidence.latest(BuiltInMetric.BODY_FAT);
        return evidence.figure(BodyFormula.LEAN_MASS, weight * (1 - bodyFat / 100));
    }

    private Figure waistToHeight() {
        Evidence evidence = evidence();
        double waist = evidence.latest(BuiltInMetric.WAIST);
        double height = evidence.height();
        return evidence.figure(BodyFormula.WAIST_TO_HEIGHT, waist / height);
    }

    private Figure bodyFatByCircumference() {
        Evidence evidence = evidence();
        Sex sex = evidence.sexAtBirth();
        double height = 100 * evidence.height();
        double neck = 100 * evidence.latest(BuiltInMetric.NECK);
        double waist = 100 * evidence.latest(BuiltInMetric.WAIST);
        // Only the formula for women has the hips, and men need not measure what is not used.
        double girth = sex == Sex.MALE ? waist - neck : waist + 100 * evidence.latest(BuiltInMetric.HIPS) - neck;
        double density = sex == Sex.MALE
                ? 1.0324 - 0.19077 * Math.log10(girth) + 0.15456 * Math.log10(height)
                : 1.29579 - 0.35004 * Math.log10(girth) + 0.22100 * Math.log10(height);
        double fat = 495 / density - 450;
        // A girth of zero or less has no logarithm, and what comes of it is not plausible either.
        evidence.requireThat(
                isPlausibleBodyFat(fat),
                "These girths are outside the range that the formula was derived from; check them and the height");
        return evidence.figure(
                BodyFormula.BODY_FAT_BY_CIRCUMFERENCE,
                fat,
                sex == Sex.MALE ? STANDARD_ERROR_OF_HODGDON_MEN : STANDARD_ERROR_OF_HODGDON_WOMEN);
    }

    private static boolean isPlausibleBodyFat(double percent) {
        return percent >= BuiltInMetric.BODY_FAT.low().doubleValue()
                && percent <= BuiltInMetric.BODY_FAT.high().doubleValue();
    }

    private Figure restingEnergy() {
        Evidence evidence = evidence();
        double weight = evidence.latest(BuiltInMetric.WEIGHT);
        double height = 100 * evidence.height();
        double age = evidence.age();
        Sex sex = evidence.sexAtBirth();
        evidence.requireThat(
                age >= YOUNGEST_OF_MIFFLIN && age <= OLDEST_OF_MIFFLIN,
                "The formula is valid for ages %d to %d".formatted(YOUNGEST_OF_MIFFLIN, OLDEST_OF_MIFFLIN));
        return evidence.figure(
                BodyFormula.RESTING_ENERGY, 10 * weight + 6.25 * height - 5 * age + (sex == Sex.MALE ? 5 : -161));
    }

    private Evidence evidence() {
        return new Evidence(day, physique, latest);
    }
}

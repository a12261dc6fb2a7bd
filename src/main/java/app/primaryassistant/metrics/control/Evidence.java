package app.primaryassistant.metrics.control;

import app.primaryassistant.metrics.control.Physique.Sex;
import app.primaryassistant.metrics.entity.BuiltInMetric;
import app.primaryassistant.platform.figure.Decimals;
import app.primaryassistant.platform.figure.Figure;
import app.primaryassistant.platform.figure.Input;
import app.primaryassistant.platform.time.CivilDay;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one formula asked for: the inputs it was given and those that were wanting. A wanting number is NaN, so that the
 * formula can be written down as it stands; its result is then NaN too, and the figure says what was wanting instead.
 */
final class Evidence {

    static final int WINDOW_DAYS = 30;

    /** Standard errors from the middle of a normal distribution to the end of its 95 % interval. */
    private static final double STANDARD_ERRORS = 1.96;

    private final LocalDate day;
    private final Physique physique;
    private final Map<BuiltInMetric, DayMean> latest;
    private final List<Input> inputs = new ArrayList<>();
    private final List<String> wanting = new ArrayList<>();

    Evidence(LocalDate day, Physique physique, Map<BuiltInMetric, DayMean> latest) {
        this.day = day;
        this.physique = physique;
        this.latest = latest;
    }

    /** The latest value of a metric in the window that ends on the day, canonical. */
    double latest(BuiltInMetric metric) {
        DayMean found = latest.get(metric);
        if (found == null || found.date().isBefore(CivilDay.startOfWindow(day, WINDOW_DAYS))) {
            wanting.add("Needs a measurement of %s in the %d days to %s"
                    .formatted(metric.label().toLowerCase(Locale.ROOT), WINDOW_DAYS, CivilDay.inWords(day)));
            return Double.NaN;
        }
        inputs.add(Input.measured(
                metric.label(), Decimals.plain(found.value()), metric.unit().symbol(), found.date()));
        return found.value().doubleValue();
    }

    /** Metres. */
    double height() {
        BigDecimal height = physique.height();
        if (height == null) {
            wanting.add("Add your height in your profile");
            return Double.NaN;
        }
        inputs.add(Input.number("Height", Decimals.plain(height), "m"));
        return height.doubleValue();
    }

    /** Completed years on the day. */
    double age() {
        LocalDate birthDate = physique.birthDate();
        if (birthDate == null) {
            wanting.add("Add your birth date in your profile");
            return Double.NaN;
        }
        int years = Period.between(birthDate, day).getYears();
        inputs.add(Input.number("Age", BigDecimal.valueOf(years), "years"));
        return years;
    }

    @Nullable
    Sex sexAtBirth() {
        Sex sex = physique.sexAtBirth();
        if (sex == null) {
            wanting.add("Add your sex at birth in your profile");
            return null;
        }
        inputs.add(Input.words("Sex at birth", sex.name().toLowerCase(Locale.ROOT)));
        return sex;
    }

    /** A limit of the formula itself, which can only be judged once nothing is wanting. */
    void requireThat(boolean holds, String otherwise) {
        if (!holds && wanting.isEmpty()) {
            wanting.add(otherwise);
        }
    }

    Figure figure(BodyFormula formula, double value) {
        return wanting.isEmpty()
                ? formula.formula().computed(value, inputs)
                : formula.formula().missing(String.join(". ", wanting) + ".", inputs);
    }

    /** The figure with its interval, which for these formulas cannot reach below zero. */
    Figure figure(BodyFormula formula, double value, double standardError) {
        Figure figure = figure(formula, value);
        if (figure.missing() != null) {
            return figure;
        }
        double margin = STANDARD_ERRORS * standardError;
        return figure.within(
                formula.formula().round(Math.max(0, value - margin)),
                formula.formula().round(value + margin));
    }
}

package app.primaryassistant.progress.control;

import static app.primaryassistant.workouts.entity.MaximumFormula.MOST_REPETITIONS;

import app.primaryassistant.platform.figure.Decimals;
import app.primaryassistant.platform.figure.Explanation;
import app.primaryassistant.platform.figure.Figure;
import app.primaryassistant.platform.figure.Formula;
import app.primaryassistant.platform.figure.Input;
import app.primaryassistant.platform.time.CivilDay;
import app.primaryassistant.progress.entity.Estimate;
import app.primaryassistant.progress.entity.LiftedSet;
import app.primaryassistant.progress.entity.LiftedSet.Body;
import app.primaryassistant.workouts.entity.MaximumFormula;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The weight somebody could lift once, estimated from a set: the mean of Epley's and Brzycki's formulas at <i>n</i>, the
 * repetitions done and those left in reserve.
 *
 * <p>Its standard error has three parts, which are added as independent ones are:
 *
 * <ul>
 *   <li>half the distance between the two formulas, none where only one holds;
 *   <li>the formulas' own error, assumed as 1.2 % of the estimate for each repetition beyond the first. For five
 *       repetitions that is the size of the error Reynolds et al. (2006) found in the bench press, and for six of what
 *       Hutchins and Gearhart (2010) found at 85 % of the maximum; that it grows in proportion is an assumption;
 *   <li>the error of the reserve: one repetition where the lifter judged it, which is about how far Halperin et al. (2022)
 *       found judgements to be off; two where nobody said, which is an assumption; none in a set to failure.
 * </ul>
 *
 * <p>The interval is 1.96 standard errors to either side, and does not reach below the weight that was lifted. Where the body
 * is lifted, its weight and what was added to it are the weight.
 *
 * @see <a href="https://doi.org/10.1007/s40279-021-01559-x">I. Halperin et al., Sports Medicine 52 (2022)</a>
 */
public final class OneRepetitionMaximum {

    /** With more in reserve people judge badly how much it is. */
    static final int MOST_IN_RESERVE = 4;

    /** How long a best set speaks for today. Strength is largely kept through three to four weeks without training. */
    static final int WINDOW_DAYS = 28;

    private static final String UNIT = "kg";

    private static final double ERROR_OF_A_REPETITION = 0.012;
    private static final double ERROR_OF_JUDGED_RESERVE = 1;
    private static final double ERROR_OF_UNKNOWN_RESERVE = 2;
    private static final double STANDARD_ERRORS = 1.96;

    /** Efforts are recorded in halves, so these are all the numbers of repetitions there can be. */
    private static final double STEP = 0.5;

    private static final String COMPUTATION =
            "mean of weight × (1 + n ÷ 30) and weight × 36 ÷ (37 − n), where n = repetitions + repetitions in reserve, and reserve"
                    + " = 10 − RPE; interval = estimate ± 1.96·√(a² + b² + c²), with a half the difference between the two, b ="
                    + " 1.2 % × (n − 1), and c one repetition's worth of weight for a stated reserve, two for an unknown one";

    private static final String SOURCE =
            "B. Epley, Poundage Chart (1985); M. Brzycki, Journal of Physical Education, Recreation and Dance 64 (1993);"
                    + " errors after J. M. Reynolds et al., Journal of Strength and Conditioning Research 20 (2006), and"
                    + " I. Halperin et al., Sports Medicine 52 (2022)";

    private static final String VALIDITY = "For n from 1 to " + MOST_REPETITIONS + " and at most " + MOST_IN_RESERVE
            + " in reserve; Epley's from 2 on. Without"
            + " RPE or reserve a set is taken as one to failure, so the estimate tends to be too low. Derived from"
            + " presses, squats and the like: such formulas were too low for the deadlift (D. A. LeSuer et al., Journal"
            + " of Strength and Conditioning Research 11, 1997), and people differ in how many repetitions they can do."
            + " That the error grows by 1.2 % per repetition, and the two repetitions for an unknown reserve, are"
            + " assumptions. A single to failure is not an estimate but the maximum of that day.";

    private static final Formula FORMULA = formula(COMPUTATION, VALIDITY);

    private static final Formula WITH_BODY_WEIGHT = formula(
            COMPUTATION + "; weight = body weight + added weight, or body weight − assistance",
            VALIDITY + " The body weight is the last one measured on that day or in the 28 days before. All of it is"
                    + " counted, as in tables for weighted pull-ups and dips; where the feet carry a part, as in a push-up or an"
                    + " inverted row, the estimate is too high and only good for comparison with yourself. The interval does not"
                    + " include this error.");

    private static Formula formula(String computation, String validity) {
        return new Formula(
                "one-repetition-maximum",
                "Estimated one-repetition maximum",
                UNIT,
                1,
                new Explanation(computation, SOURCE, validity));
    }

    private OneRepetitionMaximum() {}

    /** A day's best set and what it makes likely. */
    public record OfDay(LocalDate date, LiftedSet set, Estimate estimate) {}

    /** The estimate from a set, if the set is one that the formulas hold for. */
    static Optional<Estimate> from(LiftedSet set) {
        double n = set.repetitionsToFailure();
        if (set.reps() < 1 || n > MOST_REPETITIONS || isTooEasy(set)) {
            return Optional.empty();
        }
        return set.load().filter(load -> load.signum() > 0).map(load -> from(set, n, load.doubleValue()));
    }

    private static Estimate from(LiftedSet set, double n, double weight) {
        double value = weight * multiple(n);
        double margin = STANDARD_ERRORS * weight * standardError(set, n);
        return new Estimate(
                FORMULA.round(value), FORMULA.round(Math.max(weight, value - margin)), FORMULA.round(value + margin));
    }

    private static boolean isTooEasy(LiftedSet set) {
        return set.reserve() != null && set.reserve().doubleValue() > MOST_IN_RESERVE;
    }

    /** What a weight is multiplied by that was, or would have been, lifted n times to failure. */
    private static double multiple(double n) {
        return holding(n).mapToDouble(formula -> formula.multiple(n)).average().orElseThrow();
    }

    /** As a multiple of the weight. */
    private static double standardError(LiftedSet set, double n) {
        var multiples = holding(n).mapToDouble(formula -> formula.multiple(n)).summaryStatistics();
        double disagreement = (multiples.getMax() - multiples.getMin()) / 2;
        double formulas = ERROR_OF_A_REPETITION * (n - 1) * multiple(n);
        double slope =
                holding(n).mapToDouble(formula -> formula.slope(n)).average().orElseThrow();
        return Math.hypot(Math.hypot(disagreement, formulas), errorOfReserve(set) * slope);
    }

    private static Stream<MaximumFormula> holding(double n) {
        return Arrays.stream(MaximumFormula.values()).filter(formula -> formula.holds(n));
    }

    /** In repetitions. */
    private static double errorOfReserve(LiftedSet set) {
        if (set.reserve() == null) {
            return ERROR_OF_UNKNOWN_RESERVE;
        }
        return set.reserve().signum() == 0 ? 0 : ERROR_OF_JUDGED_RESERVE;
    }

    /** Every number of repetitions to failure that the formulas hold for, so that PostgreSQL can find the best of many sets. */
    static double[] repetitions() {
        return IntStream.rangeClosed((int) (1 / STEP), (int) (MOST_REPETITIONS / STEP))
                .mapToDouble(halves -> halves * STEP)
                .toArray();
    }

    /** The multiple for each of {@link #repetitions()}. */
    static double[] multiples() {
        return DoubleStream.of(repetitions())
                .map(OneRepetitionMaximum::multiple)
                .toArray();
    }

    /**
     * What somebody could lift now: the best estimate of the {@value #WINDOW_DAYS} days that end on a day.
     *
     * @param days best sets by day
     * @param withoutBodyWeight the days of sets that lifted the body, of which nobody said what it weighed
     */
    static Figure current(List<OfDay> days, List<LocalDate> withoutBodyWeight, LocalDate last) {
        LocalDate first = CivilDay.startOfWindow(last, WINDOW_DAYS);
        return best(days, last)
                .map(OneRepetitionMaximum::figure)
                .orElseGet(() -> withoutBodyWeight.stream()
                        .filter(day -> !day.isBefore(first) && !day.isAfter(last))
                        .max(Comparator.naturalOrder())
                        .map(day -> WITH_BODY_WEIGHT.missing(
                                "Needs your body weight: none is recorded on %s or in the 28 days before."
                                        .formatted(CivilDay.inWords(day)),
                                List.of()))
                        .orElseGet(() -> missing(
                                "Needs a set of 1 to %d repetitions, including those in reserve, in the %d days to %s."
                                        .formatted(MOST_REPETITIONS, WINDOW_DAYS, CivilDay.inWords(last)))));
    }

    /** The day that {@link #current} is from: of two that are equally good the later. */
    static Optional<OfDay> best(List<OfDay> days, LocalDate last) {
        LocalDate first = CivilDay.startOfWindow(last, WINDOW_DAYS);
        return days.stream()
                .filter(day -> !day.date().isBefore(first) && !day.date().isAfter(last))
                .max(Comparator.comparing((OfDay day) -> day.estimate().value()).thenComparing(OfDay::date));
    }

    static Figure missing(String reason) {
        return FORMULA.missing(reason, List.of());
    }

    private static Figure figure(OfDay day) {
        LiftedSet set = day.set();
        Input reserve = set.reserve() == null
                ? Input.words("Repetitions in reserve", "not recorded")
                : Input.measured("Repetitions in reserve", Decimals.plain(set.reserve()), "", day.date());
        List<Input> effort =
                List.of(Input.measured("Repetitions", BigDecimal.valueOf(set.reps()), "", day.date()), reserve);
        Formula formula = set.body().equals(Body.RESTS) ? FORMULA : WITH_BODY_WEIGHT;
        return formula.computed(
                        day.estimate().value().doubleValue(),
                        Stream.concat(weights(day).stream(), effort.stream()).toList())
                .within(day.estimate().low(), day.estimate().high());
    }

    private static List<Input> weights(OfDay day) {
        BigDecimal weight = Decimals.plain(day.set().weight());
        if (!(day.set().body() instanceof Body.Weighs body)) {
            return List.of(Input.measured("Weight", weight, UNIT, day.date()));
        }
        return List.of(
                Input.measured("Body weight", Decimals.plain(body.kilograms()), UNIT, body.measuredOn()),
                weight.signum() < 0
                        ? Input.measured("Assistance", weight.negate(), UNIT, day.date())
                        : Input.measured("Added weight", weight, UNIT, day.date()));
    }
}

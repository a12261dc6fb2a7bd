package app.primaryassistant.progress.control;

import app.primaryassistant.platform.figure.Decimals;
import app.primaryassistant.platform.figure.Explanation;
import app.primaryassistant.platform.figure.Figure;
import app.primaryassistant.platform.figure.Formula;
import app.primaryassistant.platform.figure.Input;
import app.primaryassistant.platform.time.CivilDay;
import app.primaryassistant.progress.entity.MuscleWeek;
import app.primaryassistant.progress.entity.VolumeRange;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Hard sets a muscle and week. A set is hard if it had repetitions, was no warm-up, and ended with at most
 * {@value #MOST_IN_RESERVE} repetitions in reserve. One whose reserve nobody recorded is counted, and the figure says how
 * many those are. It counts 1 for the muscles that the exercise trains first, and ½ for those that help.
 *
 * <p>Weeks begin on Monday. The mean is over whole weeks only, from the first in which anything was trained.
 *
 * @see <a href="https://doi.org/10.1080/02640414.2016.1210197">B. J. Schoenfeld, D. Ogborn, J. W. Krieger (2017)</a>, for
 *     the dose and the response
 */
public final class HardSets {

    static final int MOST_IN_RESERVE = 4;
    static final BigDecimal SHARE_OF_A_SECONDARY_MUSCLE = new BigDecimal("0.5");

    private static final int DECIMALS = 1;

    private static final Explanation EXPLANATION = new Explanation(
            "Σ sets with at most " + MOST_IN_RESERVE + " repetitions in reserve, × 1 for primary and × "
                    + SHARE_OF_A_SECONDARY_MUSCLE + " for secondary muscles, ÷ whole weeks",
            "B. J. Schoenfeld, D. Ogborn, J. W. Krieger, Journal of Sports Sciences 35 (2017), for the ranges; the share of"
                    + " secondary muscles after J. C. Pelland et al., SportRxiv (2024), a preprint",
            "Known: across 15 studies, muscles grew more with each additional weekly set, by 0.37 % on average; between"
                    + " under five, five to nine, and ten or more sets this was a trend (P = 0.07). Not known: where more sets"
                    + " stop helping, and what is best for an individual. That a set needs to end within "
                    + MOST_IN_RESERVE
                    + " repetitions of failure is an assumption, and so is that a set without RPE or reserve did. Each drop of a"
                    + " drop set is a set. Which muscles an exercise trains is as the library states it.");

    private HardSets() {}

    /**
     * A muscle over the weeks asked for.
     *
     * @param mean hard sets a week
     * @param range where the mean lies; absent if there is none
     * @param weeks one for each week, zero where it was not trained
     */
    public record OfMuscle(
            String muscle, Figure mean, @Nullable VolumeRange range, List<MuscleWeek> weeks) {}

    /** The Mondays of so many weeks, the last of which holds the day. */
    public static List<LocalDate> weeks(int number, LocalDate on) {
        LocalDate last = CivilDay.startOfWeek(on);
        return Stream.iterate(last.minusWeeks(number - 1L), week -> week.plusWeeks(1))
                .limit(number)
                .toList();
    }

    /**
     * Each muscle that was trained, by name.
     *
     * @param rows of the weeks; a muscle and week without a row had no set
     * @param weeks Mondays, oldest first
     * @param on the day it is; a week that holds it, or comes later, is not whole yet
     */
    public static List<OfMuscle> of(List<MuscleWeek> rows, List<LocalDate> weeks, LocalDate on) {
        List<LocalDate> whole = whole(rows, weeks, on);
        return rows.stream()
                .collect(Collectors.groupingBy(MuscleWeek::muscle, TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(muscle -> of(muscle.getKey(), complete(muscle.getKey(), muscle.getValue(), weeks), whole))
                .toList();
    }

    /** The weeks that the means are of, for the same rows, weeks and day. */
    public static List<LocalDate> whole(List<MuscleWeek> rows, List<LocalDate> weeks, LocalDate on) {
        return rows.stream()
                .map(MuscleWeek::week)
                .min(LocalDate::compareTo)
                .map(first -> weeks.stream()
                        .filter(week -> !week.isBefore(first) && week.isBefore(CivilDay.startOfWeek(on)))
                        .toList())
                .orElse(List.of());
    }

    private static List<MuscleWeek> complete(String muscle, List<MuscleWeek> rows, List<LocalDate> weeks) {
        var byWeek = rows.stream().collect(Collectors.toMap(MuscleWeek::week, Function.identity()));
        return weeks.stream()
                .map(week -> byWeek.getOrDefault(
                        week, new MuscleWeek(week, muscle, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO)))
                .toList();
    }

    private static OfMuscle of(String muscle, List<MuscleWeek> weeks, List<LocalDate> whole) {
        Formula formula = new Formula(
                "hard-sets-" + muscle.replace(' ', '-'), "Hard sets of " + muscle, "sets/week", DECIMALS, EXPLANATION);
        if (whole.isEmpty()) {
            return new OfMuscle(
                    muscle,
                    formula.missing("Needs one full week of training, Monday to Sunday.", List.of()),
                    null,
                    weeks);
        }
        List<MuscleWeek> counted =
                weeks.stream().filter(week -> whole.contains(week.week())).toList();
        BigDecimal sets = sum(counted, MuscleWeek::sets);
        BigDecimal mean = sets.divide(BigDecimal.valueOf(whole.size()), DECIMALS, RoundingMode.HALF_UP);
        List<Input> inputs = List.of(
                Input.words("Weeks", whole.getFirst() + " to " + whole.getLast().plusDays(6)),
                Input.number("Whole weeks", BigDecimal.valueOf(whole.size()), "weeks"),
                Input.number("Hard sets", Decimals.plain(sets), "sets"),
                Input.number(
                        "Of which without RPE or reserve",
                        Decimals.plain(sum(counted, MuscleWeek::withoutReserve)),
                        "sets"));
        return new OfMuscle(muscle, formula.computed(mean.doubleValue(), inputs), VolumeRange.of(mean), weeks);
    }

    private static BigDecimal sum(List<MuscleWeek> weeks, Function<MuscleWeek, BigDecimal> number) {
        return weeks.stream().map(number).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}

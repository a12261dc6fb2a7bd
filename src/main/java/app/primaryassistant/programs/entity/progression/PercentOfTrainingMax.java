package app.primaryassistant.programs.entity.progression;

import static app.primaryassistant.workouts.entity.MaximumFormula.EPLEY_DIVISOR;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Percentages of a training max, which moves once each round of a phase's weeks: up where the heaviest sets of all its
 * sessions reached their repetitions, down after so many rounds in a row where they did not.
 *
 * <p>The training max is given at the start. Where it is not, it is {@value #CAUTIOUS_PERCENT} % of the best one-repetition
 * maximum that the earlier sessions show by Epley's formula (1985), in sets of up to {@value #LONGEST_SET} repetitions.
 *
 * @param increase by how much a round that went well raises the training max
 * @param setback failures are counted in rounds
 */
public record PercentOfTrainingMax(
        @NotNull @Size(min = 1, max = 20) List<@NotNull @Valid Step> sets,
        @NotNull @Valid Amount increase,
        @NotNull @Valid Setback setback)
        implements Rule {

    private static final int CAUTIOUS_PERCENT = 90;
    private static final int LONGEST_SET = 10;

    /**
     * A set of the scheme.
     *
     * @param percent of the training max
     * @param amrap as many repetitions as possible, at least {@code reps}
     */
    public record Step(
            @Min(20) @Max(120) int percent, @Min(1) @Max(50) int reps, boolean amrap) {}

    /** The training max and how it came about. */
    private record Standing(BigDecimal max, Prescription.Change change, String words) {}

    @Override
    public Prescription next(LiftHistory history, Loading loading) {
        return startingMax(history)
                .map(start -> prescription(standing(start, history, loading), history, loading))
                .orElseGet(() -> new Prescription(
                        Prescription.Change.START,
                        "Enter a training max, about 90 % of your one-repetition maximum, to see the weights. This session uses "
                                + percentages() + " % of it.",
                        sets.stream().map(step -> target(step, null)).toList()));
    }

    private Prescription prescription(Standing standing, LiftHistory history, Loading loading) {
        boolean begun = history.sessions().stream()
                .anyMatch(session ->
                        session.round() == history.round() && session.rule() instanceof PercentOfTrainingMax);
        String reason = "%s %% of a training max of %s%s."
                .formatted(percentages(), loading.words(standing.max()), begun ? "" : standing.words());
        return new Prescription(
                begun ? Prescription.Change.SAME : standing.change(),
                reason,
                sets.stream()
                        .map(step -> target(step, weight(step, standing.max(), loading)))
                        .toList());
    }

    private static Prescription.Target target(Step step, @Nullable BigDecimal weight) {
        return new Prescription.Target(step.amrap(), step.reps(), null, weight, null);
    }

    private static BigDecimal weight(Step step, BigDecimal max, Loading loading) {
        return loading.share(max, step.percent());
    }

    private String percentages() {
        return sets.stream()
                .map(step -> Integer.toString(step.percent()))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static Optional<BigDecimal> startingMax(LiftHistory history) {
        return Optional.ofNullable(history.trainingMax())
                .or(() -> history.sessions().stream()
                        .takeWhile(session -> !(session.rule() instanceof PercentOfTrainingMax))
                        .flatMap(session -> session.sets().stream())
                        .filter(set -> set.reps() > 0 && set.reps() <= LONGEST_SET)
                        .map(set -> Loading.ratio(set.weight(), EPLEY_DIVISOR + set.reps(), EPLEY_DIVISOR))
                        .max(Comparator.naturalOrder())
                        .map(best -> Loading.percentOf(best, CAUTIOUS_PERCENT)));
    }

    /** Where all rounds before this one have brought the training max. */
    private Standing standing(BigDecimal start, LiftHistory history, Loading loading) {
        SortedMap<Integer, List<LiftSession>> rounds = history.sessions().stream()
                .filter(session -> session.rule() instanceof PercentOfTrainingMax && session.round() < history.round())
                .collect(Collectors.groupingBy(LiftSession::round, TreeMap::new, Collectors.toList()));
        Standing standing = new Standing(loading.nearest(start), Prescription.Change.START, "");
        int failures = 0;
        for (List<LiftSession> round : rounds.values()) {
            BigDecimal max = standing.max();
            boolean reached = round.stream().allMatch(session -> reached(session, max, loading));
            failures = reached ? 0 : failures + 1;
            if (reached) {
                standing = moved(
                        max,
                        loading.raised(max, increase),
                        Prescription.Change.HEAVIER,
                        "every top set of the last round reached its repetitions",
                        loading);
            } else if (failures >= setback.failures()) {
                standing = moved(
                        max,
                        loading.lowered(max, setback.percent()),
                        Prescription.Change.SETBACK,
                        failures == 1
                                ? "a top set of the last round fell short"
                                : "a top set fell short in " + failures + " rounds in a row",
                        loading);
                failures = 0;
            } else {
                standing = new Standing(
                        max,
                        Prescription.Change.SAME,
                        ", the same again, because a top set of the last round fell short; attempt %d of %d"
                                .formatted(failures + 1, setback.failures()));
            }
        }
        return standing;
    }

    private static Standing moved(
            BigDecimal before, BigDecimal after, Prescription.Change change, String because, Loading loading) {
        return new Standing(after, change, ", " + loading.difference(before, after) + ", because " + because);
    }

    /** Whether as many sets as the scheme has of its heaviest were done with that weight and those repetitions. */
    private static boolean reached(LiftSession session, BigDecimal max, Loading loading) {
        if (!(session.rule() instanceof PercentOfTrainingMax rule)) {
            return true;
        }
        BigDecimal weight = weight(rule.heaviest(), max, loading);
        long done = session.sets().stream()
                .filter(set -> set.weight().compareTo(weight) >= 0 && set.reps() >= rule.goalReps())
                .count();
        return done >= rule.goalSets();
    }

    private Step heaviest() {
        return sets.stream()
                .max(Comparator.comparingInt(Step::percent).thenComparing(Step::reps, Comparator.reverseOrder()))
                .orElseThrow();
    }

    @Override
    public int goalSets() {
        int percent = heaviest().percent();
        return (int) sets.stream().filter(step -> step.percent() == percent).count();
    }

    @Override
    public int goalReps() {
        return heaviest().reps();
    }
}

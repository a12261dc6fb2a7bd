package app.primaryassistant.progress.control;

import app.primaryassistant.platform.figure.Figure;
import app.primaryassistant.platform.time.CivilDay;
import app.primaryassistant.progress.control.OneRepetitionMaximum.OfDay;
import app.primaryassistant.progress.entity.LiftedSet;
import app.primaryassistant.progress.entity.LiftedSet.Body;
import app.primaryassistant.progress.entity.Performance;
import app.primaryassistant.progress.entity.RecordKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that was ever done of one exercise, and what it shows: estimates by day, records, and the heaviest weight for each
 * number of repetitions.
 *
 * @param estimable whether it is recorded what is lifted: a weight, or the body and what is added to it
 * @param performances oldest first
 */
public record ExerciseProgress(boolean estimable, List<Performance> performances) {

    /** Beyond it a set shows endurance more than strength. */
    static final int MOST_REPETITIONS_OF_A_MAXIMUM = 12;

    public ExerciseProgress {
        performances = List.copyOf(performances);
    }

    /**
     * A day with sets of the exercise.
     *
     * @param volume kilograms × repetitions
     * @param withoutBodyWeight how many of the sets lifted the body, of which nobody said what it weighed: they add no volume
     * @param best the set that makes the highest maximum likely, and that maximum; absent where no set allows an estimate
     */
    public record DayProgress(
            LocalDate date,
            int sets,
            BigDecimal volume,
            int withoutBodyWeight,
            @Nullable OfDay best) {}

    /** A record as it stands, with the day and the workout that first reached it. */
    public record Best(RecordKind kind, BigDecimal value, LocalDate on, UUID workout) {}

    /** The heaviest weight that was lifted at least so many times in a set; where the body is lifted, the most that was added to it. */
    public record RepetitionMaximum(int reps, BigDecimal weight, LocalDate on, UUID workout) {}

    /** Oldest first. */
    public List<DayProgress> days() {
        return days(performances.stream());
    }

    private List<DayProgress> days(Stream<Performance> chosen) {
        return chosen
                .collect(Collectors.groupingBy(Performance::date, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(this::day)
                .toList();
    }

    private DayProgress day(List<Performance> ofDay) {
        return new DayProgress(
                ofDay.getFirst().date(),
                ofDay.stream().mapToInt(Performance::sets).sum(),
                ofDay.stream().map(Performance::volume).reduce(BigDecimal.ZERO, BigDecimal::add),
                ofDay.stream()
                        .filter(Performance::isWithoutBodyWeight)
                        .mapToInt(Performance::sets)
                        .sum(),
                ofDay.stream()
                        .flatMap(performance -> estimate(performance).stream())
                        .max(Comparator.comparing(
                                        (OfDay best) -> best.estimate().value())
                                .thenComparing(best -> best.estimate().low()))
                        .orElse(null));
    }

    private Optional<OfDay> estimate(Performance performance) {
        return estimable
                ? OneRepetitionMaximum.from(performance.best())
                        .map(estimate -> new OfDay(performance.date(), performance.best(), estimate))
                : Optional.empty();
    }

    /** What could be lifted once on a day, or why that cannot be said. */
    public Figure current(LocalDate on) {
        if (!estimable) {
            return OneRepetitionMaximum.missing(
                    "There is no estimate for exercises without recorded weight and repetitions.");
        }
        return OneRepetitionMaximum.current(
                bestSets(on),
                performances.stream()
                        .filter(Performance::isWithoutBodyWeight)
                        .map(Performance::date)
                        .toList(),
                on);
    }

    /** The day whose best set that is from; empty where there is no estimate. */
    public Optional<LocalDate> currentOn(LocalDate on) {
        return OneRepetitionMaximum.best(bestSets(on), on).map(OfDay::date);
    }

    /** Only of the days that speak for the last one: estimates for years would be thrown away. */
    private List<OfDay> bestSets(LocalDate last) {
        LocalDate first = CivilDay.startOfWindow(last, OneRepetitionMaximum.WINDOW_DAYS);
        Stream<Performance> recent =
                performances.stream().filter(performance -> !performance.date().isBefore(first));
        return days(recent).stream()
                .map(DayProgress::best)
                .filter(Objects::nonNull)
                .toList();
    }

    /** The records as they stand, of those kinds that the exercise has any of. */
    public List<Best> records() {
        Map<RecordKind, Best> records = new EnumMap<>(RecordKind.class);
        Map<UUID, BigDecimal> volumes = new LinkedHashMap<>();
        for (Performance performance : performances) {
            volumes.merge(performance.workout(), performance.volume(), BigDecimal::add);
            for (Best candidate :
                    candidates(performance, volumes.getOrDefault(performance.workout(), BigDecimal.ZERO))) {
                if (candidate.value().signum() > 0) {
                    records.merge(candidate.kind(), candidate, ExerciseProgress::better);
                }
            }
        }
        return List.copyOf(records.values());
    }

    private List<Best> candidates(Performance performance, BigDecimal sessionVolume) {
        LiftedSet set = performance.best();
        List<Best> candidates = new ArrayList<>();
        RecordKind heaviest = set.body().equals(Body.RESTS) ? RecordKind.WEIGHT : RecordKind.ADDED_WEIGHT;
        candidates.add(best(heaviest, set.weight(), performance));
        if (set.weight().signum() == 0) {
            candidates.add(best(RecordKind.REPETITIONS, BigDecimal.valueOf(set.reps()), performance));
        }
        performance
                .bestSetVolume()
                .ifPresent(volume -> candidates.add(best(RecordKind.SET_VOLUME, volume, performance)));
        candidates.add(best(RecordKind.SESSION_VOLUME, sessionVolume, performance));
        estimate(performance)
                .ifPresent(of ->
                        candidates.add(best(RecordKind.ESTIMATE, of.estimate().value(), performance)));
        return candidates;
    }

    private static Best best(RecordKind kind, BigDecimal value, Performance performance) {
        return new Best(kind, value, performance.date(), performance.workout());
    }

    /** To do the same again breaks no record. */
    private static Best better(Best standing, Best candidate) {
        return candidate.value().compareTo(standing.value()) > 0 ? candidate : standing;
    }

    /** For each number of repetitions up to {@value #MOST_REPETITIONS_OF_A_MAXIMUM} that was reached with weight. */
    public List<RepetitionMaximum> repetitionMaxima() {
        Map<Integer, RepetitionMaximum> maxima = new TreeMap<>();
        for (Performance performance : performances) {
            LiftedSet set = performance.best();
            if (set.weight().signum() > 0) {
                IntStream.rangeClosed(1, Math.min(set.reps(), MOST_REPETITIONS_OF_A_MAXIMUM))
                        .forEach(reps -> maxima.merge(
                                reps,
                                new RepetitionMaximum(reps, set.weight(), performance.date(), performance.workout()),
                                (standing, candidate) ->
                                        candidate.weight().compareTo(standing.weight()) > 0 ? candidate : standing));
            }
        }
        return List.copyOf(maxima.values());
    }
}

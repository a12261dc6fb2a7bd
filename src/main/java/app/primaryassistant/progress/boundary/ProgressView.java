package app.primaryassistant.progress.boundary;

import app.primaryassistant.platform.figure.Decimals;
import app.primaryassistant.platform.figure.Figure;
import app.primaryassistant.progress.control.ExerciseProgress;
import app.primaryassistant.progress.control.OneRepetitionMaximum.OfDay;
import app.primaryassistant.progress.control.ProgressRepository.Named;
import app.primaryassistant.progress.entity.LiftedSet;
import app.primaryassistant.progress.entity.LiftedSet.Body;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One exercise: what could be lifted once, how that came about, and the records. Weights and volumes in kilograms.
 *
 * @param currentOn the day whose best set {@code current} is from; absent where it has no value
 */
public record ProgressView(
        UUID exercise,
        String name,
        LocalDate on,
        Figure current,
        @Nullable LocalDate currentOn,
        List<DayView> days,
        List<Best> records,
        List<RepetitionMaximum> repetitionMaxima) {

    /**
     * A day on which it was done.
     *
     * @param setsWithoutBodyWeight sets that add no volume, because they lifted the body and nobody said what it weighed
     */
    public record DayView(
            LocalDate date,
            int sets,
            BigDecimal volume,
            int setsWithoutBodyWeight,
            @Nullable Estimate estimate) {}

    /**
     * The estimate of a day with its 95 % interval, and the set it is from.
     *
     * @param bodyWeight present where the body was lifted, and {@code weight} was added to it
     */
    public record Estimate(
            BigDecimal value,
            BigDecimal low,
            BigDecimal high,
            @Nullable BodyWeight bodyWeight,
            BigDecimal weight,
            int reps,
            @Nullable BigDecimal reserve) {}

    /** What the body weighed when it was last measured. */
    public record BodyWeight(BigDecimal kilograms, LocalDate measuredOn) {}

    /** A record as it stands. */
    public record Best(String kind, String name, String unit, BigDecimal value, LocalDate on, UUID workout) {}

    /** The heaviest weight that was lifted so many times, or more often. */
    public record RepetitionMaximum(int reps, BigDecimal weight, LocalDate on, UUID workout) {}

    static ProgressView from(UUID exercise, LocalDate on, Named named) {
        ExerciseProgress progress = named.progress();
        return new ProgressView(
                exercise,
                named.name(),
                on,
                progress.current(on),
                progress.currentOn(on).orElse(null),
                progress.days().stream().map(ProgressView::day).toList(),
                progress.records().stream().map(ProgressView::best).toList(),
                progress.repetitionMaxima().stream().map(ProgressView::maximum).toList());
    }

    private static DayView day(ExerciseProgress.DayProgress day) {
        return new DayView(
                day.date(),
                day.sets(),
                Decimals.plain(day.volume()),
                day.withoutBodyWeight(),
                Optional.ofNullable(day.best()).map(ProgressView::estimate).orElse(null));
    }

    private static Estimate estimate(OfDay best) {
        LiftedSet set = best.set();
        return new Estimate(
                best.estimate().value(),
                best.estimate().low(),
                best.estimate().high(),
                set.body() instanceof Body.Weighs body
                        ? new BodyWeight(Decimals.plain(body.kilograms()), body.measuredOn())
                        : null,
                Decimals.plain(set.weight()),
                set.reps(),
                Optional.ofNullable(set.reserve()).map(Decimals::plain).orElse(null));
    }

    private static Best best(ExerciseProgress.Best best) {
        return new Best(
                best.kind().key(),
                best.kind().label(),
                best.kind().unit(),
                Decimals.plain(best.value()),
                best.on(),
                best.workout());
    }

    private static RepetitionMaximum maximum(ExerciseProgress.RepetitionMaximum maximum) {
        return new RepetitionMaximum(maximum.reps(), Decimals.plain(maximum.weight()), maximum.on(), maximum.workout());
    }
}

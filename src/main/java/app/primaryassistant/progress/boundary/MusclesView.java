package app.primaryassistant.progress.boundary;

import app.primaryassistant.platform.figure.Decimals;
import app.primaryassistant.platform.figure.Figure;
import app.primaryassistant.progress.control.HardSets.OfMuscle;
import app.primaryassistant.progress.entity.MuscleWeek;
import app.primaryassistant.progress.entity.VolumeRange;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Hard sets and volume of each muscle by week.
 *
 * @param weeks the Mondays, oldest first; the lists of each muscle have one number for each of them
 * @param whole those of them that the means are of
 */
public record MusclesView(
        LocalDate on, List<LocalDate> weeks, List<LocalDate> whole, List<Muscle> muscles, List<Range> ranges) {

    /** One muscle. */
    public record Muscle(
            String muscle,
            Figure mean,
            @Nullable String range,
            List<BigDecimal> sets,
            List<BigDecimal> withoutReserve,
            List<BigDecimal> volume) {}

    /** What a number of hard sets a week means. */
    public record Range(String key, BigDecimal from, String meaning) {}

    static MusclesView from(LocalDate on, List<LocalDate> weeks, List<LocalDate> whole, List<OfMuscle> muscles) {
        return new MusclesView(
                on,
                weeks,
                whole,
                muscles.stream().map(MusclesView::muscle).toList(),
                Arrays.stream(VolumeRange.values())
                        .map(range -> new Range(range.key(), range.from(), range.meaning()))
                        .toList());
    }

    private static Muscle muscle(OfMuscle muscle) {
        return new Muscle(
                muscle.muscle(),
                muscle.mean(),
                Optional.ofNullable(muscle.range()).map(VolumeRange::key).orElse(null),
                numbers(muscle.weeks(), MuscleWeek::sets),
                numbers(muscle.weeks(), MuscleWeek::withoutReserve),
                numbers(muscle.weeks(), MuscleWeek::volume));
    }

    private static List<BigDecimal> numbers(List<MuscleWeek> weeks, Function<MuscleWeek, BigDecimal> number) {
        return weeks.stream().map(number).map(Decimals::plain).toList();
    }
}

package app.primaryassistant.workouts.boundary;

import app.primaryassistant.platform.figure.Decimals;
import app.primaryassistant.platform.time.CivilDay;
import app.primaryassistant.workouts.control.WorkoutStatisticsRepository.Sum;
import app.primaryassistant.workouts.entity.WorkoutType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What workouts add up to, in all, by type, and by week: every week of the window, also those without a workout. */
public record StatisticsView(LocalDate from, LocalDate to, SumView total, List<SumView> types, List<SumView> weeks) {

    /**
     * Workouts added up.
     *
     * @param week its Monday
     * @param volume repetitions times what they lifted, in kg
     * @param setsWithoutBodyWeight sets that add no volume, because they lifted the body and nobody said what it weighed
     */
    public record SumView(
            @Nullable String type,
            @Nullable LocalDate week,
            int sessions,
            long minutes,
            int sets,
            BigDecimal volume,
            int setsWithoutBodyWeight) {

        private static final int MINUTE = 60;

        static SumView from(Sum sum) {
            return new SumView(
                    sum.type().map(WorkoutType::key).orElse(null),
                    sum.week().orElse(null),
                    sum.sessions(),
                    Math.round((double) sum.seconds() / MINUTE),
                    sum.sets(),
                    Decimals.plain(sum.volume()),
                    sum.withoutBodyWeight());
        }

        static SumView none(@Nullable LocalDate week) {
            return new SumView(null, week, 0, 0, 0, BigDecimal.ZERO, 0);
        }
    }

    static StatisticsView from(LocalDate from, LocalDate to, List<Sum> sums) {
        return new StatisticsView(
                from,
                to,
                sums.stream()
                        .filter(sum -> sum.type().isEmpty() && sum.week().isEmpty())
                        .map(SumView::from)
                        .findFirst()
                        .orElseGet(() -> SumView.none(null)),
                sums.stream()
                        .filter(sum -> sum.type().isPresent())
                        .map(SumView::from)
                        .toList(),
                weeks(from, to, sums));
    }

    static List<SumView> weeks(LocalDate from, LocalDate to, List<Sum> sums) {
        Map<LocalDate, Sum> known = sums.stream()
                .filter(sum -> sum.week().isPresent())
                .collect(Collectors.toMap(sum -> sum.week().orElseThrow(), Function.identity()));
        return CivilDay.startOfWeek(from)
                .datesUntil(to.plusDays(1), Period.ofWeeks(1))
                .map(week -> known.containsKey(week) ? SumView.from(known.get(week)) : SumView.none(week))
                .toList();
    }
}

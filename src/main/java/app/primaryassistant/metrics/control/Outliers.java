package app.primaryassistant.metrics.control;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Days whose values are far from those of the days around them: what {@link Review} asks of one value, for many at once. */
public final class Outliers {

    private Outliers() {}

    /**
     * A day's values of one metric, canonical.
     *
     * @param mean of what is known of the day
     * @param lowest of the values that are looked at; null if there is none
     * @param highest the same
     */
    public record DayValues(
            LocalDate date,
            BigDecimal mean,
            @Nullable BigDecimal lowest,
            @Nullable BigDecimal highest) {}

    /**
     * A day with a value that is far from the others.
     *
     * @param usual where its values were expected
     */
    public record Outlier(LocalDate date, UsualRange usual) {}

    /**
     * The days with a value that is far from those around them.
     *
     * @param days oldest first, each once
     */
    public static List<Outlier> among(String metric, List<DayValues> days) {
        List<Outlier> outliers = new ArrayList<>();
        for (int i = 0; i < days.size(); i++) {
            DayValues day = days.get(i);
            if (day.lowest() == null || day.highest() == null) {
                continue;
            }
            List<DayMean> nearest = nearest(days, i);
            Stream.of(day.lowest(), day.highest())
                    .map(value -> UsualRange.missedBy(value, metric, nearest, day.date()))
                    .flatMap(Optional::stream)
                    .findFirst()
                    .ifPresent(usual -> outliers.add(new Outlier(day.date(), usual)));
        }
        return outliers;
    }

    /** As {@link NearbyRepository} has them. */
    private static List<DayMean> nearest(List<DayValues> days, int of) {
        List<DayMean> nearest = new ArrayList<>(NearbyRepository.NEAREST_DAYS);
        int before = of - 1;
        int after = of + 1;
        while (nearest.size() < NearbyRepository.NEAREST_DAYS) {
            long back = distance(days, of, before);
            long ahead = distance(days, of, after);
            if (Math.min(back, ahead) > NearbyRepository.REACH_DAYS) {
                break;
            }
            DayValues next = days.get(back <= ahead ? before-- : after++);
            nearest.add(new DayMean(next.date(), next.mean(), 1));
        }
        return nearest;
    }

    private static long distance(List<DayValues> days, int one, int other) {
        return other < 0 || other >= days.size()
                ? Long.MAX_VALUE
                : Math.abs(ChronoUnit.DAYS.between(
                        days.get(one).date(), days.get(other).date()));
    }
}

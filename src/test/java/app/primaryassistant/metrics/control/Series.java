package app.primaryassistant.metrics.control;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Day means for the tests of the calculators. */
final class Series {

    static final LocalDate START = LocalDate.of(2026, 11, 1);

    static final List<DayMean> WITH_GAPS = List.of(
            day(0, 80.5),
            day(2, 80.1),
            day(3, 80.3),
            day(7, 79.9),
            day(8, 79.6),
            day(9, 80.0),
            day(12, 79.2),
            day(20, 78.9),
            day(27, 78.1));

    /** Each day is much like the one before it, as after a salty meal. */
    static final List<DayMean> RESEMBLING =
            daily(80.3, 80.2, 80.1, 80.0, 79.3, 79.2, 79.1, 79.0, 79.1, 79.2, 79.0, 79.1);

    private Series() {}

    /** One value a day from {@link #START} on. */
    static List<DayMean> daily(double... values) {
        List<DayMean> days = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            days.add(day(i, values[i]));
        }
        return days;
    }

    static DayMean day(int offset, double value) {
        return new DayMean(START.plusDays(offset), BigDecimal.valueOf(value), 1);
    }

    static List<DayMean> shifted(List<DayMean> days, int by) {
        return days.stream()
                .map(day -> new DayMean(day.date().plusDays(by), day.value(), day.count()))
                .toList();
    }

    static List<DayMean> mapped(List<DayMean> days, UnaryOperator<BigDecimal> change) {
        return days.stream()
                .map(day -> new DayMean(day.date(), change.apply(day.value()), day.count()))
                .toList();
    }

    /** Plausible weights with gaps of up to a season. */
    static Arbitrary<List<DayMean>> any() {
        Arbitrary<Integer> gaps = Arbitraries.frequencyOf(
                Tuple.of(8, Arbitraries.integers().between(1, 3)),
                Tuple.of(1, Arbitraries.integers().between(4, 100)));
        Arbitrary<BigDecimal> values = Arbitraries.integers()
                .between(40_000, 160_000)
                .map(grams -> BigDecimal.valueOf(grams).divide(BigDecimal.valueOf(1000), 3, RoundingMode.UNNECESSARY));
        return Combinators.combine(gaps, values)
                .as(Step::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(40)
                .map(Series::walk);
    }

    private static List<DayMean> walk(List<Step> steps) {
        List<DayMean> days = new ArrayList<>();
        LocalDate date = START;
        for (Step step : steps) {
            date = date.plusDays(step.gap());
            days.add(new DayMean(date, step.value(), 1));
        }
        return days;
    }

    private record Step(int gap, BigDecimal value) {}
}

package app.primaryassistant.metrics.control;

import static org.assertj.core.api.Assertions.assertThat;

import app.primaryassistant.metrics.control.Outliers.DayValues;
import app.primaryassistant.metrics.control.Outliers.Outlier;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OutliersTest {

    @Test
    void aValueFarFromThoseAroundItIsFoundAndTheyAreNot() {
        List<DayValues> days = daily(82.1, 82.3, 8.25, 82.0, 81.8, 82.4, 82.2, 820);

        assertThat(Outliers.among("weight", days)).extracting(Outlier::date).containsExactly(on(2), on(7));
        assertThat(Outliers.among("weight", days).getFirst().usual().typical()).isEqualByComparingTo("82.2");
    }

    /** Months of a change that no single day shows. */
    @Test
    void whatChangesSlowlyIsOrdinary() {
        assertThat(Outliers.among(
                        "weight",
                        daily(IntStream.range(0, 300)
                                .mapToDouble(day -> 120 - day * 0.15)
                                .toArray())))
                .isEmpty();
    }

    @Test
    void onlyWhatIsNewIsLookedAt() {
        DayValues known = new DayValues(on(2), new BigDecimal("8.25"), null, null);
        List<DayValues> days =
                List.of(day(0, 82.1), day(1, 82.3), known, day(3, 82), day(4, 81.8), day(5, 82.4), day(6, 82.2));

        assertThat(Outliers.among("weight", days)).isEmpty();
    }

    @Test
    void oneOfSeveralValuesOfADayIsEnough() {
        DayValues both = new DayValues(on(5), new BigDecimal("45.3"), new BigDecimal("8.25"), new BigDecimal("82.3"));
        List<DayValues> days = List.of(day(0, 82.1), day(1, 82.3), day(2, 82), day(3, 81.8), day(4, 82.4), both);

        assertThat(Outliers.among("weight", days)).extracting(Outlier::date).containsExactly(on(5));
    }

    @Test
    void fewDaysAreHeldAgainstWhatIsCommon() {
        assertThat(Outliers.among("weight", daily(80.3, 8.03)))
                .extracting(Outlier::date)
                .containsExactly(on(1));
        assertThat(Outliers.among("x-tea", daily(1, 80))).isEmpty();
    }

    private static List<DayValues> daily(double... values) {
        return IntStream.range(0, values.length)
                .mapToObj(day -> day(day, values[day]))
                .toList();
    }

    private static DayValues day(int offset, double value) {
        BigDecimal exact = BigDecimal.valueOf(value);
        return new DayValues(on(offset), exact, exact, exact);
    }

    private static LocalDate on(int offset) {
        return Series.START.plusDays(offset);
    }
}

package app.primaryassistant.progress.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.primaryassistant.platform.figure.Figure;
import app.primaryassistant.platform.figure.Input;
import app.primaryassistant.progress.entity.DayLoad;
import app.primaryassistant.progress.entity.LoadPoint;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class TrainingLoadTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);

    /** After one time constant of a steady load an average has reached 1 − 1/e of it, after two 1 − 1/e². */
    @Test
    void averagesApproachASteadyLoadByTheirTimeConstants() {
        List<LoadPoint> points = steady(84, 100).points(84);

        assertThat(points.get(6).acute()).isEqualByComparingTo("63.2");
        assertThat(points.get(13).acute()).isEqualByComparingTo("86.5");
        assertThat(points.get(41).chronic()).isEqualByComparingTo("63.2");
        assertThat(points.get(83).chronic()).isEqualByComparingTo("86.5");
        assertThat(points.get(41).balance()).isEqualByComparingTo("-36.5");
    }

    @Test
    void aGapIsRest() {
        TrainingLoad load = TrainingLoad.of(List.of(day(14, 700), day(0, 0)), DAY);

        assertThat(load.points(15))
                .hasSize(15)
                .extracting(point -> point.load().intValue())
                .startsWith(700, 0, 0);
        assertThat(load.points(15).getLast().acute().doubleValue())
                .isCloseTo(700 * (1 - Math.exp(-1 / 7.0)) * Math.exp(-2), within(0.05));
    }

    /** By hand: mean 350, Σ(x − 350)² = 385,000, SD √(385,000 ÷ 6) = 253.31. */
    @Test
    void monotonyAndStrainAreOfTheLastSevenDays() {
        TrainingLoad load = week(600, 200, 400, 500, 100, 650, 0);

        assertThat(value(load, "week-load")).isEqualByComparingTo("2450");
        assertThat(value(load, "monotony")).isEqualByComparingTo("1.38");
        assertThat(value(load, "strain")).isEqualByComparingTo("3385");
        assertThat(load.points(1).getFirst().monotony()).isEqualByComparingTo("1.38");
        assertThat(load.points(1).getFirst().strain()).isEqualByComparingTo("3385");
        assertThat(load.points(2).getFirst().monotony()).as("the sixth day").isNull();
    }

    @Test
    void theLoadOfAWeekIsRoundedOnce() {
        TrainingLoad load = TrainingLoad.of(
                List.of(
                        day(7, 5000),
                        new DayLoad(DAY.minusDays(6), new BigDecimal("100.4"), 1, 0),
                        new DayLoad(DAY, new BigDecimal("100.4"), 1, 0)),
                DAY);

        assertThat(value(load, "week-load")).isEqualByComparingTo("201");
    }

    @Test
    void daysThatAreAllAlikeHaveNoMonotony() {
        TrainingLoad load = steady(7, 300);

        assertThat(figure(load, "monotony").missing())
                .isEqualTo("All seven days to 24 November 2026 have the same load, so there is no standard deviation to"
                        + " divide by.");
        assertThat(figure(load, "strain").missing())
                .isEqualTo(figure(load, "monotony").missing());
        assertThat(load.points(1).getFirst().strain()).isNull();
    }

    @Test
    void aWeekOfRestHasNoMonotonyEither() {
        assertThat(figure(TrainingLoad.of(List.of(day(30, 300)), DAY), "monotony")
                        .value())
                .isNull();
    }

    @Test
    void averagesAreShownOnceTheyMeanSomething() {
        assertThat(figure(steady(6, 300), "acute-load").missing())
                .isEqualTo("Needs 7 days since the first rated session; available from 25 November 2026.");
        assertThat(figure(steady(7, 300), "acute-load").value()).isNotNull();
        assertThat(figure(steady(41, 300), "chronic-load").missing()).contains("42 days", "25 November 2026");
        assertThat(figure(steady(41, 300), "training-balance").value()).isNull();
        assertThat(figure(steady(42, 300), "chronic-load").value()).isEqualByComparingTo("189.6");
        assertThat(figure(steady(42, 300), "training-balance").value()).isEqualByComparingTo("-109.6");
        assertThat(figure(steady(1, 300), "week-load").value()).isEqualByComparingTo("300");
    }

    @Test
    void withoutARatedSessionThereIsNothingToAddUp() {
        TrainingLoad load = TrainingLoad.of(List.of(new DayLoad(DAY, BigDecimal.ZERO, 2, 2)), DAY);

        assertThat(load.points(90)).isEmpty();
        assertThat(load.figures())
                .hasSize(6)
                .extracting(Figure::missing)
                .containsOnly("Needs a workout with intensity and duration.");
        assertThat(load.figures().getFirst().explanation().inputs())
                .containsExactly(
                        Input.words("First rated session", "none"),
                        Input.measured("Load of the day", BigDecimal.ZERO, "AU", DAY),
                        Input.number("Sessions of the last 42 days", BigDecimal.valueOf(2), "sessions"),
                        Input.number("Of which without intensity or duration", BigDecimal.valueOf(2), "sessions"));
    }

    @Test
    void saysHowManySessionsHaveNoLoad() {
        TrainingLoad load = TrainingLoad.of(
                List.of(
                        new DayLoad(DAY.minusDays(42), BigDecimal.TEN, 1, 1),
                        new DayLoad(DAY.minusDays(41), BigDecimal.TEN, 3, 2),
                        new DayLoad(DAY, new BigDecimal("42"), 2, 1),
                        new DayLoad(DAY.plusDays(1), BigDecimal.TEN, 1, 1)),
                DAY);

        assertThat(load.figures().getFirst().explanation().inputs())
                .contains(
                        Input.words("First rated session", "2026-10-13"),
                        Input.measured("Load of the day", new BigDecimal("42"), "AU", DAY),
                        Input.number("Sessions of the last 42 days", BigDecimal.valueOf(5), "sessions"),
                        Input.number("Of which without intensity or duration", BigDecimal.valueOf(3), "sessions"));
    }

    @Test
    void everyFigureExplainsItselfAndKeepsItsPlace() {
        assertThat(steady(60, 10).figures())
                .allSatisfy(figure -> {
                    assertThat(figure.name()).isNotBlank();
                    assertThat(figure.unit()).isIn("AU", "");
                    assertThat(figure.explanation().formula()).isNotBlank();
                    assertThat(figure.explanation().source()).containsPattern("\\((19|20)\\d\\d\\)");
                    assertThat(figure.explanation().validity()).isNotBlank();
                })
                .extracting(Figure::key)
                .containsExactly("week-load", "acute-load", "chronic-load", "training-balance", "monotony", "strain");
        assertThat(figure(steady(60, 10), "monotony").unit()).isEmpty();
    }

    @Property
    void averagesLieBetweenZeroAndTheHardestDay(
            @ForAll @Size(min = 1, max = 60) List<@IntRange(min = 0, max = 2000) Integer> loads) {
        int hardest = loads.stream().max(Integer::compare).orElseThrow();

        assertThat(TrainingLoad.of(days(loads), DAY).points(60)).allSatisfy(point -> {
            assertThat(point.acute()).isBetween(BigDecimal.ZERO, BigDecimal.valueOf(hardest));
            assertThat(point.chronic()).isBetween(BigDecimal.ZERO, BigDecimal.valueOf(hardest));
            assertThat(point.balance().doubleValue())
                    .isCloseTo(point.chronic().subtract(point.acute()).doubleValue(), within(0.1001));
        });
    }

    @Property
    void twiceTheLoadIsTwiceTheStrainAndNoMoreMonotonous(
            @ForAll @Size(7) List<@IntRange(min = 1, max = 900) Integer> loads) {
        LoadPoint once = TrainingLoad.of(days(loads), DAY).points(1).getFirst();
        LoadPoint twice = TrainingLoad.of(
                        days(loads.stream().map(load -> 2 * load).toList()), DAY)
                .points(1)
                .getFirst();

        assertThat(twice.monotony()).isEqualTo(once.monotony());
        if (once.strain() != null) {
            assertThat(Objects.requireNonNull(twice.strain()).doubleValue())
                    .isCloseTo(2 * once.strain().doubleValue(), within(1.5));
        }
    }

    /** Rest at the end keeps the numbers of the days before: a view that ends later shows the same past. */
    @Property
    void aDaysNumbersDoNotDependOnTheView(
            @ForAll @Size(min = 8, max = 30) List<@IntRange(min = 1, max = 900) Integer> loads) {
        List<LoadPoint> shorter = TrainingLoad.of(days(loads), DAY.minusDays(3)).points(5);
        List<LoadPoint> longer = TrainingLoad.of(days(loads), DAY).points(8);

        assertThat(longer.subList(0, 5)).isEqualTo(shorter);
    }

    private static TrainingLoad steady(int days, int load) {
        return TrainingLoad.of(
                days(IntStream.range(0, days).mapToObj(any -> load).toList()), DAY);
    }

    private static TrainingLoad week(Integer... loads) {
        return TrainingLoad.of(days(List.of(loads)), DAY);
    }

    /** One load a day, the last of them today. */
    private static List<DayLoad> days(List<Integer> loads) {
        List<DayLoad> days = new ArrayList<>();
        for (int index = 0; index < loads.size(); index++) {
            days.add(day(loads.size() - 1 - index, loads.get(index)));
        }
        return days;
    }

    private static DayLoad day(int ago, int load) {
        return new DayLoad(DAY.minusDays(ago), BigDecimal.valueOf(load), 1, 0);
    }

    private static Figure figure(TrainingLoad load, String key) {
        return load.figures().stream()
                .filter(figure -> figure.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static BigDecimal value(TrainingLoad load, String key) {
        return Objects.requireNonNull(figure(load, key).value());
    }
}

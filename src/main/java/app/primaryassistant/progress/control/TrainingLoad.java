package app.primaryassistant.progress.control;

import app.primaryassistant.platform.figure.Figure;
import app.primaryassistant.platform.figure.Formula;
import app.primaryassistant.platform.figure.Input;
import app.primaryassistant.platform.time.CivilDay;
import app.primaryassistant.progress.entity.DayLoad;
import app.primaryassistant.progress.entity.LoadPoint;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Load by civil day, and what days add up to. A day without training has a load of zero, and so has each day of a gap: the
 * body rests whether or not somebody writes it down. Sessions without intensity or duration have no load either; the
 * figures say how many those are.
 *
 * <p>The averages begin at zero before the first rated session, wherever the days that are asked for begin, so that a
 * day's numbers are the same in every view of it.
 *
 * @see <a href="https://doi.org/10.1097/00005768-199807000-00023">C. Foster, Monitoring training in athletes with reference
 *     to overtraining syndrome (1998)</a>
 */
public final class TrainingLoad {

    /** Time constants, in which a day's share of the average falls to 1/e. */
    static final int ACUTE_DAYS = 7;

    static final int CHRONIC_DAYS = 42;

    private static final int WEEK = 7;

    /** Loads are sums of numbers with few decimals: deviations below this are the arithmetic's. */
    private static final double NEGLIGIBLE = 1e-9;

    private final List<DayLoad> days;
    private final LocalDate last;
    private final @Nullable LocalDate first;
    private final List<LoadPoint> points;

    private TrainingLoad(List<DayLoad> days, LocalDate last) {
        this.days = days.stream().filter(day -> !day.date().isAfter(last)).toList();
        this.last = last;
        this.first = this.days.stream()
                .filter(day -> day.load().signum() > 0)
                .map(DayLoad::date)
                .findFirst()
                .orElse(null);
        this.points = first == null ? List.of() : points(first);
    }

    /**
     * The load up to a day.
     *
     * @param days those with a session, oldest first, each once; later ones than the last are left out
     */
    public static TrainingLoad of(List<DayLoad> days, LocalDate last) {
        return new TrainingLoad(days, last);
    }

    private List<LoadPoint> points(LocalDate begin) {
        var byDate = days.stream().collect(Collectors.toMap(DayLoad::date, Function.identity()));
        int number = Math.toIntExact(ChronoUnit.DAYS.between(begin, last)) + 1;
        double[] loads = new double[number];
        Arrays.setAll(
                loads,
                index -> Optional.ofNullable(byDate.get(begin.plusDays(index)))
                        .map(day -> day.load().doubleValue())
                        .orElse(0.0));
        List<LoadPoint> line = new ArrayList<>(number);
        double acute = 0;
        double chronic = 0;
        for (int index = 0; index < number; index++) {
            acute += (loads[index] - acute) * -Math.expm1(-1.0 / ACUTE_DAYS);
            chronic += (loads[index] - chronic) * -Math.expm1(-1.0 / CHRONIC_DAYS);
            line.add(point(begin.plusDays(index), loads, index, acute, chronic));
        }
        return List.copyOf(line);
    }

    private static LoadPoint point(LocalDate date, double[] loads, int index, double acute, double chronic) {
        double[] week = week(loads, index);
        double monotony = monotony(week);
        boolean varied = index >= WEEK - 1 && Double.isFinite(monotony);
        return new LoadPoint(
                date,
                LoadFormulas.WEEK.round(loads[index]),
                LoadFormulas.ACUTE.round(acute),
                LoadFormulas.CHRONIC.round(chronic),
                LoadFormulas.BALANCE.round(chronic - acute),
                varied ? LoadFormulas.MONOTONY.round(monotony) : null,
                varied ? LoadFormulas.STRAIN.round(Arrays.stream(week).sum() * monotony) : null);
    }

    /** The seven days that end at the index; those before the first session are zero. */
    private static double[] week(double[] loads, int index) {
        double[] week = new double[WEEK];
        int known = Math.min(WEEK, index + 1);
        System.arraycopy(loads, index + 1 - known, week, WEEK - known, known);
        return week;
    }

    /** Not a finite number where all days are alike. */
    private static double monotony(double[] week) {
        double mean = Arrays.stream(week).average().orElseThrow();
        double squares =
                Arrays.stream(week).map(load -> (load - mean) * (load - mean)).sum();
        double deviation = Math.sqrt(squares / (WEEK - 1));
        return deviation < NEGLIGIBLE ? Double.NaN : mean / deviation;
    }

    /** One for each day of the window, from the first rated session on; oldest first. */
    public List<LoadPoint> points(int windowDays) {
        return points.subList(Math.max(0, points.size() - windowDays), points.size());
    }

    /** What it comes to on the last day, those that cannot be computed with the reason, always in the same order. */
    public List<Figure> figures() {
        return List.of(
                figure(LoadFormulas.WEEK, 1, this::weekLoad),
                figure(LoadFormulas.ACUTE, ACUTE_DAYS, LoadPoint::acute),
                figure(LoadFormulas.CHRONIC, CHRONIC_DAYS, LoadPoint::chronic),
                figure(LoadFormulas.BALANCE, CHRONIC_DAYS, LoadPoint::balance),
                figure(LoadFormulas.MONOTONY, WEEK, LoadPoint::monotony),
                figure(LoadFormulas.STRAIN, WEEK, LoadPoint::strain));
    }

    /** From the days themselves, so that it is rounded once. */
    private BigDecimal weekLoad(LoadPoint ignored) {
        LocalDate begin = CivilDay.startOfWindow(last, WEEK);
        double sum = days.stream()
                .filter(day -> !day.date().isBefore(begin))
                .mapToDouble(day -> day.load().doubleValue())
                .sum();
        return LoadFormulas.WEEK.round(sum);
    }

    private Figure figure(Formula formula, int leastDays, Function<LoadPoint, @Nullable BigDecimal> number) {
        String wanting = wanting(leastDays);
        if (wanting != null) {
            return formula.missing(wanting, inputs());
        }
        BigDecimal value = number.apply(points.getLast());
        return value == null
                ? formula.missing(
                        "All seven days to %s have the same load, so there is no standard deviation to divide by."
                                .formatted(CivilDay.inWords(last)),
                        inputs())
                : formula.computed(value.doubleValue(), inputs());
    }

    private @Nullable String wanting(int leastDays) {
        if (first == null) {
            return "Needs a workout with intensity and duration.";
        }
        LocalDate enough = first.plusDays(leastDays - 1L);
        return last.isBefore(enough)
                ? "Needs %d days since the first rated session; available from %s."
                        .formatted(leastDays, CivilDay.inWords(enough))
                : null;
    }

    private List<Input> inputs() {
        LocalDate begin = CivilDay.startOfWindow(last, CHRONIC_DAYS);
        List<DayLoad> recent =
                days.stream().filter(day -> !day.date().isBefore(begin)).toList();
        return List.of(
                Input.words("First rated session", first == null ? "none" : first.toString()),
                Input.measured(
                        "Load of the day",
                        points.isEmpty() ? BigDecimal.ZERO : points.getLast().load(),
                        "AU",
                        last),
                Input.number(
                        "Sessions of the last " + CHRONIC_DAYS + " days",
                        BigDecimal.valueOf(
                                recent.stream().mapToInt(DayLoad::sessions).sum()),
                        "sessions"),
                Input.number(
                        "Of which without intensity or duration",
                        BigDecimal.valueOf(
                                recent.stream().mapToInt(DayLoad::unrated).sum()),
                        "sessions"));
    }
}

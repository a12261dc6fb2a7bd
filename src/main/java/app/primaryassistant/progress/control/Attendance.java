package app.primaryassistant.progress.control;

import app.primaryassistant.platform.figure.Explanation;
import app.primaryassistant.platform.figure.Figure;
import app.primaryassistant.platform.figure.Formula;
import app.primaryassistant.platform.figure.Input;
import app.primaryassistant.platform.time.CivilDay;
import app.primaryassistant.progress.entity.WeekSessions;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Weeks against the number of sessions somebody set out to do. Weeks begin on Monday; a session is a workout of any type.
 *
 * <p>The week that is going on cannot break a streak, but lengthens it once its goal is met.
 */
public final class Attendance {

    static final int ADHERENCE_WEEKS = 12;

    private static final Explanation STREAK = new Explanation(
            "consecutive weeks with at least the goal's number of sessions",
            "Definition of this program (2026)",
            "The current week counts once its goal is met and does not break the streak before it ends. Earlier weeks are judged"
                    + " by the current goal.");

    private static final Formula ADHERENCE = new Formula(
            "adherence",
            "Adherence",
            "%",
            0,
            new Explanation(
                    "Σ min(sessions, goal) ÷ (goal × weeks) × 100",
                    "Sessions done as a share of those planned, as training studies count them: H. Hawley-Hague et al., BMJ Open 6"
                            + " (2016)",
                    "Over up to " + ADHERENCE_WEEKS
                            + " whole weeks, starting with the first that has a session. Extra sessions in one"
                            + " week do not make up for another week. Earlier weeks are judged by the current goal."));

    private final Map<LocalDate, Integer> sessions;
    private final List<LocalDate> weeks;
    private final LocalDate thisWeek;
    private final int goal;

    private Attendance(List<WeekSessions> rows, int goal, LocalDate on) {
        this.thisWeek = CivilDay.startOfWeek(on);
        this.goal = goal;
        this.sessions = rows.stream()
                .filter(row -> !row.week().isAfter(thisWeek))
                .collect(Collectors.toMap(WeekSessions::week, WeekSessions::sessions));
        LocalDate first = sessions.keySet().stream().min(LocalDate::compareTo).orElse(thisWeek);
        this.weeks = Stream.iterate(first, week -> week.plusWeeks(1))
                .limit(ChronoUnit.WEEKS.between(first, thisWeek) + 1)
                .toList();
    }

    /**
     * The weeks up to a day.
     *
     * @param rows weeks with a session, each once
     * @param goal sessions a week, at least one
     */
    public static Attendance of(List<WeekSessions> rows, int goal, LocalDate on) {
        return new Attendance(rows, goal, on);
    }

    /** Sessions a week. */
    public int goal() {
        return goal;
    }

    /** A week and whether its goal was met. */
    public record Week(LocalDate week, int sessions, boolean met) {}

    /** The last weeks, oldest first, this one included; none before the first session. */
    public List<Week> weeks(int number) {
        return weeks.subList(Math.max(0, weeks.size() - number), weeks.size()).stream()
                .map(week -> new Week(week, count(week), isMet(week)))
                .toList();
    }

    private int count(LocalDate week) {
        return sessions.getOrDefault(week, 0);
    }

    private boolean isMet(LocalDate week) {
        return count(week) >= goal;
    }

    /** The streak, the longest there was, this week's sessions and the adherence, always in this order. */
    public List<Figure> figures() {
        return List.of(
                weeksFigure("streak", "Weeks in a row", streak()),
                weeksFigure("longest-streak", "Most weeks in a row", longestStreak()),
                adherence());
    }

    private Figure weeksFigure(String key, String name, int number) {
        return new Formula(key, name, "weeks", 0, STREAK).computed(number, List.of(goalInput(), thisWeekInput()));
    }

    private int streak() {
        int length = 0;
        for (LocalDate week : weeks) {
            if (isMet(week)) {
                length++;
            } else if (week.isBefore(thisWeek)) {
                length = 0;
            }
        }
        return length;
    }

    private int longestStreak() {
        int length = 0;
        int longest = 0;
        for (LocalDate week : weeks) {
            length = isMet(week) ? length + 1 : 0;
            longest = Math.max(longest, length);
        }
        return longest;
    }

    private Figure adherence() {
        List<Week> whole = weeks(ADHERENCE_WEEKS + 1).stream()
                .filter(week -> week.week().isBefore(thisWeek))
                .toList();
        if (whole.isEmpty()) {
            return ADHERENCE.missing(
                    "Needs one full week, Monday to Sunday, since the first session.", List.of(goalInput()));
        }
        int counted =
                whole.stream().mapToInt(week -> Math.min(week.sessions(), goal)).sum();
        List<Input> inputs = List.of(
                goalInput(),
                Input.number("Whole weeks", BigDecimal.valueOf(whole.size()), "weeks"),
                Input.number("Sessions that count", BigDecimal.valueOf(counted), "sessions"));
        return ADHERENCE.computed(100.0 * counted / ((double) goal * whole.size()), inputs);
    }

    private Input goalInput() {
        return Input.number("Goal", BigDecimal.valueOf(goal), "sessions/week");
    }

    private Input thisWeekInput() {
        return Input.measured("Sessions this week", BigDecimal.valueOf(count(thisWeek)), "sessions", thisWeek);
    }
}

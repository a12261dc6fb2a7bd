package app.primaryassistant.programs.entity;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * On which day the next session falls. A session that was missed is not made up for by two on one day: all that follow
 * move, for a program is a row of sessions and not a calendar.
 */
public final class SessionDates {

    private SessionDates() {}

    /**
     * The first chosen weekday that is neither past nor before the start, and after the last session.
     *
     * @param weekdays by ISO 8601, from 1 for Monday; not empty
     * @param lastTrained the day of the last session
     */
    public static LocalDate next(
            LocalDate startOn, Set<Integer> weekdays, Optional<LocalDate> lastTrained, LocalDate today) {
        LocalDate earliest = Stream.of(
                        startOn, today, lastTrained.map(day -> day.plusDays(1)).orElse(today))
                .max(LocalDate::compareTo)
                .orElseThrow();
        return earliest.datesUntil(earliest.plusWeeks(1))
                .filter(day -> weekdays.contains(day.getDayOfWeek().getValue()))
                .findFirst()
                .orElse(earliest);
    }
}

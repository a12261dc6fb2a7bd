package app.primaryassistant.progress.boundary;

import app.primaryassistant.platform.figure.Decimals;
import app.primaryassistant.progress.control.LoadRepository.CalendarDay;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** The days of a year on which somebody trained. */
public record CalendarView(int year, List<DayView> days) {

    /** A day with its sessions; the load is zero where none of them is rated. */
    public record DayView(LocalDate date, int sessions, int minutes, BigDecimal load, List<String> types) {}

    static CalendarView from(int year, List<CalendarDay> days) {
        return new CalendarView(year, days.stream().map(CalendarView::day).toList());
    }

    private static DayView day(CalendarDay day) {
        return new DayView(
                day.day().date(),
                day.day().sessions(),
                day.minutes(),
                Decimals.plain(day.day().load()),
                day.types());
    }
}

package app.primaryassistant.progress.boundary;

import app.primaryassistant.platform.figure.Figure;
import app.primaryassistant.progress.control.Attendance;
import java.time.LocalDate;
import java.util.List;

/** Weeks against the goal of sessions a week. */
public record StreakView(LocalDate on, int goal, List<Attendance.Week> weeks, List<Figure> figures) {}

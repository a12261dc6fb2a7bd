package app.primaryassistant.load.boundary;

import app.primaryassistant.load.control.LoadPoint;
import app.primaryassistant.platform.figure.Figure;
import java.time.LocalDate;
import java.util.List;

/**
 * Load by day, and what it comes to on the last day.
 *
 * @param points one for each day of the window from the first rated session on, oldest first
 */
public record LoadView(LocalDate on, List<LoadPoint> points, List<Figure> figures) {}

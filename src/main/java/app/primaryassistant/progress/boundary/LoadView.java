package app.primaryassistant.progress.boundary;

import app.primaryassistant.platform.figure.Figure;
import app.primaryassistant.progress.entity.LoadPoint;
import java.time.LocalDate;
import java.util.List;

/**
 * Load by day, and what it comes to on the last day.
 *
 * @param points one for each day of the window from the first rated session on, oldest first
 */
public record LoadView(LocalDate on, List<LoadPoint> points, List<Figure> figures) {}

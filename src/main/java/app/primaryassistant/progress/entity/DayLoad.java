package app.primaryassistant.progress.entity;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * The training of one civil day.
 *
 * @param load Σ session RPE × minutes, in arbitrary units
 * @param sessions all workouts of the day
 * @param unrated those of them without intensity or duration, which add nothing to the load
 */
public record DayLoad(LocalDate date, BigDecimal load, int sessions, int unrated) {}

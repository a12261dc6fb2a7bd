package app.primaryassistant.progress.entity;

import java.time.LocalDate;

/**
 * The workouts of one week.
 *
 * @param week its Monday
 */
public record WeekSessions(LocalDate week, int sessions) {}

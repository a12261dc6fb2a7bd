package app.primaryassistant.workouts.entity;

import java.util.UUID;

/**
 * Which session of a program a workout is, so that finishing it moves on.
 *
 * @param enrolment the following of the program
 * @param place phase, round, week and session of the week, each from 1, such as {@code 1.2.1.3}
 */
public record ProgramSession(UUID enrolment, String place) {}

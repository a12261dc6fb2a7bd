/** Writes workouts, each in one statement, and asks PostgreSQL what they add up to. */
@NullMarked
package app.primaryassistant.workouts.control;

import org.jspecify.annotations.NullMarked;

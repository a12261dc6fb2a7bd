/**
 * Load and attendance. PostgreSQL adds workouts up by civil day and week; the calculators are pure, are given those sums,
 * and explain every number they give.
 */
@NullMarked
package app.primaryassistant.load.control;

import org.jspecify.annotations.NullMarked;

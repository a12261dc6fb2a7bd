/**
 * What all workouts add up to: how strong somebody is, what each muscle was given to do, how much training they carry, and how
 * often they train.
 */
@NullMarked
package app.primaryassistant.progress;

import org.jspecify.annotations.NullMarked;

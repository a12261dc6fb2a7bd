/** What the sets of all workouts add up to: how strong somebody is, and what each muscle was given to do. */
@NullMarked
package app.primaryassistant.strength;

import org.jspecify.annotations.NullMarked;

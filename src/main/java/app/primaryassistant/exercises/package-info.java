/**
 * What people do when they train: the library of exercises, and the ones they added for themselves.
 *
 * <p>Other rooms read them in SQL by the function {@code exercises_of(account)} and the view {@code known_exercise}, which this
 * room publishes. It knows nothing of them: when an exercise was done ({@code exercise_uses}) and whether something still names
 * it ({@code exercise_is_kept}) they say by replacing those functions, and {@code tracking_changed} tells them that an own
 * exercise's sets are written down in another way.
 */
@NullMarked
package app.primaryassistant.exercises;

import org.jspecify.annotations.NullMarked;

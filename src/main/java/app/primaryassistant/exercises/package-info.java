/**
 * What people do when they train: the library of exercises, and the ones they added for themselves.
 *
 * <p>Other rooms read them in SQL by the function {@code exercises_of(account)}, which this room publishes.
 */
@NullMarked
package app.primaryassistant.exercises;

import org.jspecify.annotations.NullMarked;

/**
 * Workouts, and the history of an exercise, as JAX-RS resources with their request and response records. The history stands
 * below {@code /exercises} because people look for it there, and here because it is made of workouts.
 */
@NullMarked
package app.primaryassistant.workouts.boundary;

import org.jspecify.annotations.NullMarked;

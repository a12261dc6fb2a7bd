/** What people did when they trained: workouts, the exercises in them and their sets. What it adds up to is other rooms' affair. */
@NullMarked
package app.primaryassistant.workouts;

import org.jspecify.annotations.NullMarked;

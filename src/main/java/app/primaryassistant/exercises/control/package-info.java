/** Finding exercises while somebody types, and keeping the ones that somebody adds. */
@NullMarked
package app.primaryassistant.exercises.control;

import org.jspecify.annotations.NullMarked;

/** What people do when they train: the library of exercises, and the ones they added for themselves. */
@NullMarked
package app.primaryassistant.exercises;

import org.jspecify.annotations.NullMarked;

/**
 * What rows can come to, and the rules that hold whatever program wrote them: units, ranges, what makes a set, a workout or a
 * measured value, and how the columns of a table are found.
 */
@NullMarked
package app.primaryassistant.imports.control.row;

import org.jspecify.annotations.NullMarked;

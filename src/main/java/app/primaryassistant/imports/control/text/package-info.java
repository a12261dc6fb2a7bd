/**
 * From the bytes of a file to rows, dates and numbers. It knows nothing of training or measurements.
 *
 * <p>Files do not say how they are written. What can be seen in the whole file is seen, such as its characters or that a
 * date has a thirteenth month; what cannot be seen is a {@link app.primaryassistant.imports.entity.Question} and never
 * a guess. Everything streams: a file is read once to look at how it is written and once more to take its rows.
 */
@NullMarked
package app.primaryassistant.imports.control.text;

import org.jspecify.annotations.NullMarked;

/**
 * One reader for each program whose files are understood. A reader is recognised by the names of the columns
 * and makes of each row what it brings, or says in words why it brings nothing.
 */
@NullMarked
package app.primaryassistant.imports.control.format;

import org.jspecify.annotations.NullMarked;

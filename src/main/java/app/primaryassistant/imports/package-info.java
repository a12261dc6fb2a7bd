/**
 * Histories that come from other programs: files are uploaded, analyzed, shown before anything is written, applied, and undone.
 */
@NullMarked
package app.primaryassistant.imports;

import org.jspecify.annotations.NullMarked;

/** What people measure of themselves, and where it is heading. */
@NullMarked
package app.primaryassistant.metrics;

import org.jspecify.annotations.NullMarked;

/**
 * What people measure of themselves, and where it is heading.
 *
 * <p>Other rooms read it in SQL by the view {@code recorded_value}, which this room publishes. Those that keep what
 * follows from the body's weight replace the function {@code weights_changed}, which is called when it changes.
 */
@NullMarked
package app.primaryassistant.metrics;

import org.jspecify.annotations.NullMarked;

/**
 * What people measure of themselves, and where it is heading.
 *
 * <p>Other rooms read it in SQL by the view {@code recorded_value}, which this room publishes.
 */
@NullMarked
package app.primaryassistant.metrics;

import org.jspecify.annotations.NullMarked;

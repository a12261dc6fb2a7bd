/**
 * Observations and what they are observations of. The built-in metrics and their units are code rather than rows,
 * because the formulas that read them are.
 */
@NullMarked
package app.primaryassistant.metrics.entity;

import org.jspecify.annotations.NullMarked;

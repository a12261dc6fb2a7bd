/**
 * The calculators, and the repository they are fed from. Calculators are pure: they are given days and values, know no
 * clock and no database, and explain every number they give.
 */
@NullMarked
package app.primaryassistant.metrics.control;

import org.jspecify.annotations.NullMarked;

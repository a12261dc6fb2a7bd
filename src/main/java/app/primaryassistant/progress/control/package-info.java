/**
 * Estimates, records, hard sets, load and attendance. PostgreSQL picks the best sets and adds the others up by civil day and
 * week; the calculators are pure, are given what it found, and explain every number they give.
 */
@NullMarked
package app.primaryassistant.progress.control;

import org.jspecify.annotations.NullMarked;

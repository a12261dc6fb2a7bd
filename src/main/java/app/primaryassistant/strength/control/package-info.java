/**
 * Estimates, records and hard sets. PostgreSQL picks the best sets and adds the others up; the calculators are pure, are
 * given what it found, and explain every number they give.
 */
@NullMarked
package app.primaryassistant.strength.control;

import org.jspecify.annotations.NullMarked;

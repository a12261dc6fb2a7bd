/**
 * Programs as documents, and the way somebody goes through one. Where they stand follows from the sessions they did or
 * skipped, each of which knows its place; what they lift follows from the sets they did. So nothing is to be kept in step,
 * and a workout that is corrected or deleted corrects what comes next.
 */
@NullMarked
package app.primaryassistant.programs.entity;

import org.jspecify.annotations.NullMarked;

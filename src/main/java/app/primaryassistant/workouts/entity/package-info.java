/**
 * A workout and its parts as values. A workout is written and read as one document with one version, so none of its parts has
 * a life, and a table's mapping, of its own.
 */
@NullMarked
package app.primaryassistant.workouts.entity;

import org.jspecify.annotations.NullMarked;

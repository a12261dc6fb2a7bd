/** Strength, records, muscles, load, calendar and attendance as JAX-RS resources with their request and response records. */
@NullMarked
package app.primaryassistant.progress.boundary;

import org.jspecify.annotations.NullMarked;

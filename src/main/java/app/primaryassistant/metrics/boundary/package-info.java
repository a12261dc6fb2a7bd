/** Measurements, check-ins, metrics and figures as JAX-RS resources with their request and response records. */
@NullMarked
package app.primaryassistant.metrics.boundary;

import org.jspecify.annotations.NullMarked;

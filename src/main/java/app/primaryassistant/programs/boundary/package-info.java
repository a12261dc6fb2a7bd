/** Programs and enrolments as JAX-RS resources with their request and response records. */
@NullMarked
package app.primaryassistant.programs.boundary;

import org.jspecify.annotations.NullMarked;

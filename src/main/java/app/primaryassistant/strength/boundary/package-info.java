/** Progress, records and muscles as a JAX-RS resource with its response records. It only reads. */
@NullMarked
package app.primaryassistant.strength.boundary;

import org.jspecify.annotations.NullMarked;

/** Exports as a JAX-RS resource. */
@NullMarked
package app.primaryassistant.exports.boundary;

import org.jspecify.annotations.NullMarked;

/** Imports and exports as JAX-RS resources with their request and response records, and the timer that tidies up after them. */
@NullMarked
package app.primaryassistant.transfer.boundary;

import org.jspecify.annotations.NullMarked;

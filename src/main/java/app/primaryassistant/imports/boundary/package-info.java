/** Imports as a JAX-RS resource with its request and response records, and the timer that removes abandoned files. */
@NullMarked
package app.primaryassistant.imports.boundary;

import org.jspecify.annotations.NullMarked;

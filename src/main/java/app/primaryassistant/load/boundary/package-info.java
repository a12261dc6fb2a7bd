/** Load, calendar, streak and goal as a JAX-RS resource with its request and response records. */
@NullMarked
package app.primaryassistant.load.boundary;

import org.jspecify.annotations.NullMarked;

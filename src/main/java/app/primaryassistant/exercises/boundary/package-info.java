/** The library, own exercises and favourites as a JAX-RS resource with its request and response records. */
@NullMarked
package app.primaryassistant.exercises.boundary;

import org.jspecify.annotations.NullMarked;

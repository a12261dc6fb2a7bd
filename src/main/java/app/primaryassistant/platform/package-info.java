/** What all features stand on, and the JAX-RS application that finds their resources. */
@NullMarked
package app.primaryassistant.platform;

import org.jspecify.annotations.NullMarked;

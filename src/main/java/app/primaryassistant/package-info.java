/**
 * Primary Assistant, a health and fitness assistant that people host themselves.
 *
 * <p>{@code platform} is shared and knows no feature; each other package is a feature with its boundary (JAX-RS and timers),
 * control (repositories and calculations) and entity. Calls go boundary → control → entity and come back as records.
 */
@NullMarked
package app.primaryassistant;

import org.jspecify.annotations.NullMarked;

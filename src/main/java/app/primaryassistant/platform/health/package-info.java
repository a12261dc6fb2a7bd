/** What {@code /health} says. Each check asks the part itself, with a bound on how long it waits. */
@NullMarked
package app.primaryassistant.platform.health;

import org.jspecify.annotations.NullMarked;

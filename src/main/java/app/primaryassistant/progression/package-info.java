/** How a lift progresses: from what was done to what is to be done next, and why. */
@NullMarked
package app.primaryassistant.progression;

import org.jspecify.annotations.NullMarked;

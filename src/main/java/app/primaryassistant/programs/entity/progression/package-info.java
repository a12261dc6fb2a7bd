/**
 * The rules of progression. They are pure: given what was done, they say what comes next, and know no clock, no database
 * and no program. Nothing is remembered between two sessions but what was done, so that a set corrected later is a
 * target corrected too.
 *
 * <p>Weights are in the unit that a person loads the bar in, which may be pounds: a target that was rounded in kilograms
 * could not be loaded. The rules do not care which it is.
 */
@NullMarked
package app.primaryassistant.programs.entity.progression;

import org.jspecify.annotations.NullMarked;

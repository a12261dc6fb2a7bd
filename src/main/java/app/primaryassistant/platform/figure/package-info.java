/**
 * Numbers that answer for themselves: each carries its formula, inputs, source and validity, and its interval where one
 * is known. They leave the program as they are, so their components are the properties of the API.
 */
@NullMarked
package app.primaryassistant.platform.figure;

import org.jspecify.annotations.NullMarked;

/** The operator's commands. */
@NullMarked
package app.primaryassistant.operations.boundary;

import org.jspecify.annotations.NullMarked;

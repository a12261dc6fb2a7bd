/** The units that values are entered and shown in, each with its factor, which is said here alone. */
@NullMarked
package app.primaryassistant.platform.unit;

import org.jspecify.annotations.NullMarked;

/** The use cases of programs, and the repositories of programs and enrolments. */
@NullMarked
package app.primaryassistant.programs.control;

import org.jspecify.annotations.NullMarked;

/**
 * How the program says no: every error answer is an RFC 9457 problem of one of the types in {@link
 * app.primaryassistant.platform.problem.ProblemType}.
 *
 * <p>Code that cannot go on throws {@link app.primaryassistant.platform.problem.Problem}; everything else that is thrown is
 * translated in one place, so that no stack trace, SQL text or entered value ever reaches a client. Each answer has an
 * id that stands in the log beside the cause.
 */
@NullMarked
package app.primaryassistant.platform.problem;

import org.jspecify.annotations.NullMarked;

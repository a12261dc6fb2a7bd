/**
 * How the program says no: every error answer is an RFC 9457 problem of one of the types in {@link
 * app.primaryassistant.platform.problem.ProblemType}.
 *
 * <p>Code that cannot go on throws {@link app.primaryassistant.platform.problem.Problem}; everything else that is thrown is
 * translated in one place, so that no stack trace, SQL text or entered value ever reaches a client. The id of an
 * answer is the request's, which stands in the log beside the cause and all else that was written meanwhile. Only of the
 * many that an outage makes unavailable does the log show the first, and how many more there were in each minute.
 */
@NullMarked
package app.primaryassistant.platform.problem;

import org.jspecify.annotations.NullMarked;

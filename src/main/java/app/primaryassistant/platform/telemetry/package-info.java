/**
 * What an operator can see of the program: log lines, metrics, and the name of a request that ties them together.
 *
 * <p>{@link app.primaryassistant.platform.telemetry.RequestScope} names each request, by the proxy's {@code X-Request-Id}
 * where {@code BEHIND_PROXY} says that there is one. The name stands in every line of the log that is written meanwhile, in
 * the answer's header, as the {@code id} of a problem, and in PostgreSQL as {@code application_name}: it rides on the
 * statement that names the account, as a bound value, so no statement's text changes and no round trip is added. Only the
 * look-up of the session, which comes before any transaction, goes without it.
 *
 * <p>Counters and gauges are MicroProfile Metrics, which the server shows at {@code /metrics}; {@link
 * app.primaryassistant.platform.telemetry.MetricsEndpoint} guards that path. Labels are templates and words of our own,
 * never anything that somebody sent.
 */
@NullMarked
package app.primaryassistant.platform.telemetry;

import org.jspecify.annotations.NullMarked;

package app.primaryassistant.platform.problem;

import app.primaryassistant.platform.telemetry.RepeatedRecords;
import app.primaryassistant.platform.telemetry.RequestId;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Turns everything that is thrown while a request is answered into a problem document. */
@Provider
public final class ProblemResponses implements ExceptionMapper<Throwable> {

    private static final Logger LOG = Logger.getLogger(ProblemResponses.class.getName());

    /** In an outage each request ends so; the log shows the first and counts the rest by the minute. */
    private static final Logger UNAVAILABLE = Logger.getLogger(RepeatedRecords.COUNTED);

    @Override
    public Response toResponse(Throwable thrown) {
        if (thrown instanceof WebApplicationException web && web.getResponse().getStatus() < 400) {
            return web.getResponse();
        }
        Problem problem = ExceptionTranslation.of(thrown);
        String id = RequestId.current().orElseGet(RequestId::fresh);
        log(problem, id, thrown);
        Response.ResponseBuilder response = Response.status(problem.type().status())
                .type(ProblemDocument.MEDIA_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(ProblemDocument.of(problem, id));
        problem.retryAfter()
                .ifPresent(after -> response.header(HttpHeaders.RETRY_AFTER, Math.max(1, after.toSeconds())));
        if (problem.type().status() == 401) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"Primary Assistant\"");
        }
        if (problem.type() == ProblemType.TOO_SLOW) {
            // The rest of the body is not waited for either.
            response.header("Connection", "close");
        }
        if (thrown instanceof WebApplicationException web) {
            copyAllow(web, response);
        }
        return response.build();
    }

    private static void copyAllow(WebApplicationException web, Response.ResponseBuilder response) {
        Object allow = web.getResponse().getHeaders().getFirst(HttpHeaders.ALLOW);
        if (allow != null) {
            response.header(HttpHeaders.ALLOW, allow);
        }
    }

    private static void log(Problem problem, String id, Throwable thrown) {
        switch (problem.type()) {
            case INTERNAL -> LOG.log(Level.SEVERE, thrown, () -> "Problem " + id);
            case UNAVAILABLE -> UNAVAILABLE.log(Level.WARNING, () -> "Problem " + id + ": " + rootCause(thrown));
            default -> LOG.log(Level.FINE, () -> "Problem " + id + ": " + problem.type());
        }
    }

    private static Throwable rootCause(Throwable thrown) {
        Throwable root = thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}

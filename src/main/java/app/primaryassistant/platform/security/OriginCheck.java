package app.primaryassistant.platform.security;

import app.primaryassistant.platform.problem.Problem;
import app.primaryassistant.platform.problem.ProblemType;
import jakarta.annotation.Priority;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;
import java.util.Set;

/**
 * Refuses a change that another site's page made the browser send.
 *
 * <p>A browser adds {@code Origin} or {@code Sec-Fetch-Site} to such requests and a page cannot forge them. A request with a
 * bearer token is exempt, for no browser adds that by itself; one with neither cookie nor token may lack both headers, but not lie.
 */
@Provider
@Priority(Priorities.AUTHENTICATION)
public class OriginCheck implements ContainerRequestFilter {

    private static final Set<String> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    @Override
    public void filter(ContainerRequestContext request) {
        if (SAFE.contains(request.getMethod()) || request.getHeaderString(HttpHeaders.AUTHORIZATION) != null) {
            return;
        }
        String origin = request.getHeaderString("Origin");
        String site = request.getHeaderString("Sec-Fetch-Site");
        boolean own = origin == null ? "same-origin".equals(site) : isOwn(origin, request.getHeaderString(HttpHeaders.HOST));
        boolean silent = origin == null && site == null;
        boolean withCookie = request.getCookies().containsKey(SessionCookie.NAME);
        if (!own && !(silent && !withCookie)) {
            throw Problem.of(ProblemType.FOREIGN_ORIGIN);
        }
    }

    private static boolean isOwn(String origin, String host) {
        try {
            return host != null && host.equalsIgnoreCase(URI.create(origin).getRawAuthority());
        } catch (IllegalArgumentException notAnOrigin) {
            return false;
        }
    }
}

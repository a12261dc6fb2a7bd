package app.primaryassistant.platform.security;

import app.primaryassistant.platform.http.Proxy;
import app.primaryassistant.platform.problem.Problem;
import app.primaryassistant.platform.problem.ProblemType;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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

    @Context
    private HttpServletRequest servletRequest;

    @Inject
    private Proxy proxy;

    @Override
    public void filter(ContainerRequestContext request) {
        if (SAFE.contains(request.getMethod()) || request.getHeaderString(HttpHeaders.AUTHORIZATION) != null) {
            return;
        }
        String origin = request.getHeaderString("Origin");
        String site = request.getHeaderString("Sec-Fetch-Site");
        boolean own = origin == null
                ? "same-origin".equals(site)
                : isOwn(origin, scheme(), request.getHeaderString(HttpHeaders.HOST));
        boolean silent = origin == null && site == null;
        boolean withCookie = request.getCookies().containsKey(SessionCookie.NAME);
        if (!own && !(silent && !withCookie)) {
            throw Problem.of(ProblemType.FOREIGN_ORIGIN);
        }
    }

    /** The scheme that the browser has used, which only the proxy knows where there is one. */
    private String scheme() {
        String forwarded = proxy.isInFront() ? servletRequest.getHeader("X-Forwarded-Proto") : null;
        return forwarded == null ? servletRequest.getScheme() : forwarded.strip();
    }

    /** Package-private for its test. */
    static boolean isOwn(String origin, String scheme, @Nullable String host) {
        try {
            URI said = URI.create(origin);
            return host != null
                    && scheme.equalsIgnoreCase(said.getScheme())
                    && host.equalsIgnoreCase(said.getRawAuthority());
        } catch (IllegalArgumentException notAnOrigin) {
            return false;
        }
    }
}

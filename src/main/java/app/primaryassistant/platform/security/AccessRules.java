package app.primaryassistant.platform.security;

import app.primaryassistant.platform.problem.Problem;
import app.primaryassistant.platform.problem.ProblemType;
import jakarta.annotation.Priority;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.ext.Provider;
import java.util.Arrays;

/**
 * Applies {@code @RolesAllowed} and {@code @PermitAll}. An endpoint that carries neither is closed to everybody.
 *
 * <p>It comes just before the platform's own filter for these annotations, which cannot say why it refuses.
 */
@Provider
@Priority(Priorities.AUTHORIZATION - 1)
public class AccessRules implements ContainerRequestFilter {

    @Context
    private ResourceInfo endpoint;

    @Context
    private HttpServletRequest servletRequest;

    @Override
    public void filter(ContainerRequestContext request) {
        if (servletRequest.getAttribute(RequestAuthentication.FAILURE) instanceof RuntimeException failed) {
            throw failed;
        }
        if (endpoint.getResourceMethod().isAnnotationPresent(PermitAll.class)) {
            return;
        }
        SecurityContext security = request.getSecurityContext();
        if (security.getUserPrincipal() == null) {
            throw Problem.of(ProblemType.UNAUTHENTICATED);
        }
        RolesAllowed allowed = endpoint.getResourceMethod().getAnnotation(RolesAllowed.class);
        if (allowed == null) {
            throw Problem.of(ProblemType.FORBIDDEN);
        }
        if (Arrays.stream(allowed.value()).noneMatch(security::isUserInRole)) {
            boolean byToken = request.getHeaderString(HttpHeaders.AUTHORIZATION) != null;
            throw Problem.of(byToken ? ProblemType.INSUFFICIENT_SCOPE : ProblemType.FORBIDDEN);
        }
    }
}

package app.primaryassistant.platform.telemetry;

import jakarta.annotation.Priority;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Notes which endpoint a request has met, as its template: {@code /api/v1/check-ins/{id}}. A path itself names somebody's
 * record, and there are as many of them as records.
 */
@Provider
@Priority(0)
public class Routes implements ContainerRequestFilter {

    private static final String ATTRIBUTE = Routes.class.getName();
    private static final Pattern EXPRESSION = Pattern.compile("\\{\\s*([\\w-]+)\\s*:[^}]*}");
    private static final Map<Method, String> TEMPLATES = new ConcurrentHashMap<>();

    @Context
    private ResourceInfo endpoint;

    @Context
    private HttpServletRequest servletRequest;

    @Override
    public void filter(ContainerRequestContext request) {
        String root = servletRequest.getServletPath();
        servletRequest.setAttribute(
                ATTRIBUTE, TEMPLATES.computeIfAbsent(endpoint.getResourceMethod(), method -> template(root, method)));
    }

    /** The endpoint's template or, for what is none, the pattern of the servlet that answers, such as {@code /health/*}. */
    static String of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof String template
                ? template
                : request.getHttpServletMapping().getPattern();
    }

    static String template(String root, Method method) {
        String path = root
                + segment(method.getDeclaringClass().getAnnotation(Path.class))
                + segment(method.getAnnotation(Path.class));
        return EXPRESSION.matcher(path).replaceAll("{$1}");
    }

    private static String segment(@Nullable Path path) {
        return path == null ? "" : "/" + path.value().replaceAll("^/|/$", "");
    }
}

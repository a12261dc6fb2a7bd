package app.primaryassistant.platform.http;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;

/**
 * Outside the API there is nothing to send to. Refused here, a body is not read: the server's own health check asks for its
 * parameters and so would wait for a form to arrive, without a bound.
 */
public class ReadOnlyPages implements Filter {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var http = (HttpServletRequest) request;
        if (http.getRequestURI().startsWith("/api/") || READING.contains(http.getMethod())) {
            chain.doFilter(request, response);
            return;
        }
        var refusal = (HttpServletResponse) response;
        refusal.setHeader("Allow", "GET, HEAD, OPTIONS");
        refusal.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
    }
}

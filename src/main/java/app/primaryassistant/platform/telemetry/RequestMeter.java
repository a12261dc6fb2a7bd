package app.primaryassistant.platform.telemetry;

import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Tells the client the request's name, and {@link Latencies} how long the answer took, the look-up of the session included. */
public class RequestMeter implements Filter {

    @Inject
    private Latencies latencies;

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var http = (HttpServletRequest) request;
        var answer = (HttpServletResponse) response;
        RequestId.current().ifPresent(id -> answer.setHeader(RequestId.HEADER, id));
        boolean answered = false;
        try {
            chain.doFilter(request, response);
            answered = true;
        } finally {
            if (request.getAttribute(RequestScope.BEGUN) instanceof Long begun) {
                int status = answered ? answer.getStatus() : HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
                latencies.record(http.getMethod(), Routes.of(http), status, System.nanoTime() - begun);
            }
        }
    }
}

package app.primaryassistant.platform.http;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Refuses an address that is too long, and {@code TRACE}. The server's own limit is higher and its {@code TRACE} is on, so that
 * these answers are the program's: those of the server have no body.
 */
public class RequestLimits implements Filter {

    /** Nginx takes as much by itself. */
    private static final int LONGEST_ADDRESS = 8 * 1024;

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var http = (HttpServletRequest) request;
        String query = http.getQueryString();
        if (http.getRequestURI().length() + (query == null ? 0 : query.length()) > LONGEST_ADDRESS) {
            ((HttpServletResponse) response).sendError(HttpServletResponse.SC_REQUEST_URI_TOO_LONG);
        } else if (http.getMethod().equals("TRACE")) {
            ((HttpServletResponse) response).sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        } else {
            chain.doFilter(request, response);
        }
    }
}

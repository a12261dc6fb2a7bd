package app.primaryassistant.platform.http;

import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;

/** Says when an answer was made (RFC 9110, 6.6.1), so that a page sees how far its device's clock is off. The server itself does not. */
public class DateHeader implements Filter {

    @Inject
    private Clock clock;

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        ((HttpServletResponse) response).setDateHeader("Date", clock.millis());
        chain.doFilter(request, response);
    }
}

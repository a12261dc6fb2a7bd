package app.primaryassistant.platform.telemetry;

import app.primaryassistant.platform.config.Settings;
import app.primaryassistant.platform.security.Secret;
import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the server's metrics, which tell a stranger about the machine and its load, to whoever knows {@code METRICS_TOKEN},
 * and adds the {@link Latencies}. To everybody else, and where no token is set, there is nothing here.
 */
public class MetricsEndpoint implements Filter {

    private static final String BEARER = "Bearer ";
    private static final Logger LOG = Logger.getLogger(MetricsEndpoint.class.getName());

    @Inject
    private Settings settings;

    @Inject
    private Latencies latencies;

    private Optional<Secret> token = Optional.empty();

    @Override
    public void init(FilterConfig filter) {
        Optional<String> configured = settings.find("METRICS_TOKEN");
        token = configured
                .map(String::strip)
                .filter(text -> text.length() >= Settings.SHORTEST_SECRET)
                .map(Secret::new);
        if (token.isEmpty() && configured.isPresent()) {
            LOG.warning("METRICS_TOKEN has fewer than " + Settings.SHORTEST_SECRET
                    + " characters, so /metrics stays closed");
        }
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var http = (HttpServletRequest) request;
        var answer = (HttpServletResponse) response;
        if (!http.getMethod().equals("GET") || !isKnown(http.getHeader("Authorization"))) {
            answer.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        var server = new CapturedResponse(answer);
        chain.doFilter(request, server);
        if (answer.getStatus() != HttpServletResponse.SC_OK) {
            return;
        }
        answer.setContentType("text/plain; version=0.0.4; charset=utf-8");
        answer.getWriter().write(withoutRepetitions(server.text()));
        answer.getWriter().write(latencies.exposition());
    }

    /** The server gives what it knows of itself twice, for itself and for each application; a scraper takes that for an error. */
    static String withoutRepetitions(String exposition) {
        Set<String> seen = new HashSet<>();
        return exposition
                .lines()
                .filter(line -> seen.add(line.startsWith("#") ? line : line.substring(0, line.lastIndexOf(' '))))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private boolean isKnown(@Nullable String authorization) {
        return authorization != null
                && authorization.startsWith(BEARER)
                && token.filter(secret -> MessageDigest.isEqual(
                                secret.hash(),
                                new Secret(authorization
                                                .substring(BEARER.length())
                                                .strip())
                                        .hash()))
                        .isPresent();
    }
}

package app.primaryassistant.platform.http;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Sends {@code /account} to {@code /account/}. The server by itself would do it with an address that it makes of the
 * {@code Host} that the client sent, which may be anybody's.
 */
@WebListener
public class Directories implements ServletContextListener {

    @Override
    public void contextInitialized(ServletContextEvent started) {
        ServletContext context = started.getServletContext();
        String[] directories = below(context, "/")
                .map(directory -> directory.substring(0, directory.length() - 1))
                .toArray(String[]::new);
        context.addServlet("directories", new WithSlash()).addMapping(directories);
    }

    /** Those that end in a slash; what is only for the server itself is none of them. */
    private static Stream<String> below(ServletContext context, String directory) {
        return Optional.ofNullable(context.getResourcePaths(directory)).orElse(Set.of()).stream()
                .filter(path -> path.endsWith("/") && !path.endsWith("-INF/"))
                .flatMap(path -> Stream.concat(Stream.of(path), below(context, path)));
    }

    /** By a relative address, which is of the host that was asked, whatever it was called. */
    private static final class WithSlash extends HttpServlet {

        private static final long serialVersionUID = 1;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) {
            String query = request.getQueryString();
            response.setStatus(HttpServletResponse.SC_MOVED_PERMANENTLY);
            response.setHeader("Location", request.getServletPath() + "/" + (query == null ? "" : "?" + query));
        }
    }
}

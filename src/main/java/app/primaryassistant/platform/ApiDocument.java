package app.primaryassistant.platform;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;

/**
 * Serves the OpenAPI document as it stands in the source, and as JSON, which the build makes of it, to whoever asks for that,
 * as the page that shows it does: the server's own service, which would also answer
 * with a slash at the end, would rewrite it to an older version.
 */
@WebServlet({"/openapi", "/openapi/"})
public class ApiDocument extends HttpServlet {

    private static final long serialVersionUID = 1;

    private byte[] yaml = {};
    private byte[] json = {};

    @Override
    public void init() throws ServletException {
        yaml = read("/META-INF/openapi.yaml");
        json = read("/META-INF/openapi.json");
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String accept = request.getHeader("Accept");
        boolean asJson = accept != null && accept.contains("application/json");
        response.setHeader("Vary", "Accept");
        response.setContentType(asJson ? "application/json" : "application/yaml;charset=UTF-8");
        response.getOutputStream().write(asJson ? json : yaml);
    }

    private static byte[] read(String resource) throws ServletException {
        try (InputStream document = ApiDocument.class.getResourceAsStream(resource)) {
            if (document == null) {
                throw new ServletException("The program was built without " + resource);
            }
            return document.readAllBytes();
        } catch (IOException unreadable) {
            throw new ServletException(unreadable);
        }
    }
}

package app.primaryassistant.platform;

import jakarta.json.bind.JsonbBuilder;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.yaml.snakeyaml.Yaml;

/**
 * Serves the OpenAPI document as it stands in the source, and as JSON to whoever asks for that, as the page that shows it
 * does: the server's own service, which would also answer
 * with a slash at the end, would rewrite it to an older version.
 */
@WebServlet({"/openapi", "/openapi/"})
public class ApiDocument extends HttpServlet {

    private static final long serialVersionUID = 1;

    private byte[] yaml = {};
    private byte[] json = {};

    @Override
    public void init() throws ServletException {
        try (InputStream document = ApiDocument.class.getResourceAsStream("/META-INF/openapi.yaml");
                var jsonb = JsonbBuilder.create()) {
            if (document == null) {
                throw new ServletException("The program was built without its OpenAPI document");
            }
            yaml = document.readAllBytes();
            Object parsed = new Yaml().load(new String(yaml, StandardCharsets.UTF_8));
            json = jsonb.toJson(parsed).getBytes(StandardCharsets.UTF_8);
        } catch (ServletException refused) {
            throw refused;
        } catch (Exception unreadable) {
            throw new ServletException(unreadable);
        }
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String accept = request.getHeader("Accept");
        boolean asJson = accept != null && accept.contains("application/json");
        response.setHeader("Vary", "Accept");
        response.setContentType(asJson ? "application/json" : "application/yaml;charset=UTF-8");
        response.getOutputStream().write(asJson ? json : yaml);
    }
}

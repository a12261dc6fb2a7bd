package app.primaryassistant.platform;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;

/** Serves the OpenAPI document as it stands in the source: the server's own service would rewrite it to an older version. */
@WebServlet("/openapi")
public class ApiDocument extends HttpServlet {

    private static final long serialVersionUID = 1;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("application/yaml;charset=UTF-8");
        try (InputStream document = ApiDocument.class.getResourceAsStream("/META-INF/openapi.yaml")) {
            if (document == null) {
                throw new IOException("The program was built without its OpenAPI document");
            }
            document.transferTo(response.getOutputStream());
        }
    }
}

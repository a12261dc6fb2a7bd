package app.primaryassistant.platform.problem;

import app.primaryassistant.platform.telemetry.RequestId;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * Every error answer that no resource has given: what the server refuses before the API sees it, such as a header that cannot
 * be read, and what is no part of the API. Without it the server would show a page of its own, with its name.
 *
 * <p>A program gets a problem document, a person a page or a sentence. {@code web.xml} names it for all errors.
 */
@WebServlet(ErrorPage.PATH)
public class ErrorPage extends HttpServlet {

    static final String PATH = "/error";

    private static final long serialVersionUID = 1;
    private static final String NOT_FOUND_PAGE = "/404.html";

    private static final Jsonb JSONB = JsonbBuilder.create();

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getDispatcherType() != DispatcherType.ERROR) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 500;
        ProblemType type = ProblemType.ofStatus(status);
        if (isForPrograms(String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI)))) {
            response.setStatus(type.status());
            response.setHeader("Cache-Control", "no-store");
            String id = RequestId.current().orElseGet(RequestId::fresh);
            write(
                    response,
                    ProblemDocument.MEDIA_TYPE.toString(),
                    JSONB.toJson(ProblemDocument.of(Problem.of(type), id)));
        } else if (status == HttpServletResponse.SC_NOT_FOUND) {
            try (InputStream page = getServletContext().getResourceAsStream(NOT_FOUND_PAGE)) {
                write(response, "text/html;charset=UTF-8", new String(page.readAllBytes(), StandardCharsets.UTF_8));
            }
        } else {
            write(response, "text/plain;charset=UTF-8", type.title() + ".\n");
        }
    }

    private static boolean isForPrograms(String path) {
        return path.equals("/api") || path.startsWith("/api/") || path.startsWith("/api;");
    }

    private static void write(HttpServletResponse response, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        response.setContentType(type);
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}

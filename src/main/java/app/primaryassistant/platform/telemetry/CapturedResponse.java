package app.primaryassistant.platform.telemetry;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.PrintWriter;
import java.io.StringWriter;

/** Keeps what is written, so that more can follow it. */
final class CapturedResponse extends HttpServletResponseWrapper {

    private final StringWriter written = new StringWriter();
    private final PrintWriter writer = new PrintWriter(written);

    CapturedResponse(HttpServletResponse response) {
        super(response);
    }

    @Override
    public PrintWriter getWriter() {
        return writer;
    }

    @Override
    public void flushBuffer() {
        writer.flush();
    }

    @Override
    public void setContentLength(int length) {
        // It would be that of the part.
    }

    String text() {
        writer.flush();
        return written.toString();
    }
}

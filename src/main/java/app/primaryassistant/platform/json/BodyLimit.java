package app.primaryassistant.platform.json;

import app.primaryassistant.platform.http.BodyWaits;
import app.primaryassistant.platform.problem.Problem;
import app.primaryassistant.platform.problem.ProblemType;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Refuses a body of more than 256 KiB, announced or not: each is read into memory. Files are not, and endpoints that take one
 * say so by {@link StreamedBody}. One that ends before its announced length has lost something on the way, whatever is left
 * of it looks like. How long either may take, {@link BodyWaits} says.
 */
@Provider
public class BodyLimit implements ContainerRequestFilter {

    private static final int BYTES = 256 * 1024;
    private static final String INCOMPLETE = "The body is shorter than its Content-Length.";

    @Context
    private ResourceInfo endpoint;

    @Inject
    private BodyWaits waits;

    @Override
    public void filter(ContainerRequestContext request) {
        request.setEntityStream(waits.bounded(request.getEntityStream()));
        long announced = announced(request);
        boolean streamed = endpoint.getResourceMethod().isAnnotationPresent(StreamedBody.class);
        if (!streamed && announced > BYTES) {
            throw Problem.of(ProblemType.TOO_LARGE);
        }
        request.setEntityStream(new Counted(request.getEntityStream(), announced, streamed ? Long.MAX_VALUE : BYTES));
    }

    /** Jersey's own reading of the header is an int, which a file can exceed. Negative where none is announced. */
    private static long announced(ContainerRequestContext request) {
        String length = request.getHeaderString(HttpHeaders.CONTENT_LENGTH);
        try {
            return length == null ? -1 : Long.parseLong(length.strip());
        } catch (NumberFormatException unreadable) {
            throw Problem.of(ProblemType.MALFORMED);
        }
    }

    private static final class Counted extends FilterInputStream {

        private final long announced;
        private final long limit;
        private long count;

        Counted(InputStream in, long announced, long limit) {
            super(in);
            this.announced = announced;
            this.limit = limit;
        }

        @Override
        public int read() {
            try {
                int next = in.read();
                count(next < 0 ? -1 : 1);
                return next;
            } catch (IOException brokenOff) {
                throw Problem.of(ProblemType.MALFORMED, INCOMPLETE);
            }
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            try {
                int read = in.read(buffer, offset, length);
                count(read);
                return read;
            } catch (IOException brokenOff) {
                throw Problem.of(ProblemType.MALFORMED, INCOMPLETE);
            }
        }

        private void count(int bytes) {
            if (bytes < 0 && count < announced) {
                throw Problem.of(ProblemType.MALFORMED, INCOMPLETE);
            }
            count += Math.max(0, bytes);
            if (count > limit) {
                throw Problem.of(ProblemType.TOO_LARGE);
            }
        }
    }
}

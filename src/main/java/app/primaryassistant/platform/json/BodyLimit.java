package app.primaryassistant.platform.json;

import app.primaryassistant.platform.problem.Problem;
import app.primaryassistant.platform.problem.ProblemType;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Refuses a body of more than 256 KiB, announced or not: each is read into memory. Files are not, and endpoints that take one
 * say so by {@link StreamedBody}.
 */
@Provider
public class BodyLimit implements ContainerRequestFilter {

    private static final int BYTES = 256 * 1024;

    @Context
    private ResourceInfo endpoint;

    @Override
    public void filter(ContainerRequestContext request) {
        if (endpoint.getResourceMethod().isAnnotationPresent(StreamedBody.class)) {
            return;
        }
        if (request.getLength() > BYTES) {
            throw Problem.of(ProblemType.TOO_LARGE);
        }
        request.setEntityStream(new Bounded(request.getEntityStream()));
    }

    private static final class Bounded extends FilterInputStream {
        private int left = BYTES;

        Bounded(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            if (next >= 0) {
                count(1);
            }
            return next;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            if (read > 0) {
                count(read);
            }
            return read;
        }

        private void count(int bytes) {
            left -= bytes;
            if (left < 0) {
                throw Problem.of(ProblemType.TOO_LARGE);
            }
        }
    }
}

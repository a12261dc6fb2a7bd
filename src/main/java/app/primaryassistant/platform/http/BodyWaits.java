package app.primaryassistant.platform.http;

import app.primaryassistant.platform.problem.Problem;
import app.primaryassistant.platform.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Bounds how long a body may take to arrive, and how many may be waited for at once: each of them holds one of the server's
 * 200 threads. What has arrived already is waited for by nobody and takes no place.
 *
 * <p>Where all places are taken, the body that has been on its way longest gives up its own. So a few hundred clients that send
 * a byte now and then keep out only each other: whoever sends a body at an ordinary speed is never the oldest for long.
 */
@ApplicationScoped
public class BodyWaits {

    private static final int PLACES = 64;

    /** What every body may take, and what it may take more for each KiB that has arrived: a slow line gets a large file through. */
    private static final Duration ALLOWED = Duration.ofSeconds(20);

    private static final Duration PER_KIBIBYTE = Duration.ofMillis(30);

    private final int places;
    private final Duration allowed;
    private final Set<Body> waiting = new HashSet<>();

    public BodyWaits() {
        this(PLACES, ALLOWED);
    }

    BodyWaits(int places, Duration allowed) {
        this.places = places;
        this.allowed = allowed;
    }

    /** The same body, whose reads end with {@link ProblemType#TOO_SLOW} where it takes too long or must give up its place. */
    public InputStream bounded(InputStream body) {
        return new Body(body);
    }

    synchronized int waiting() {
        return waiting.size();
    }

    private final class Body extends FilterInputStream {

        private final long begun = System.nanoTime();
        private long arrived;

        /** The thread that waits, from the moment that it may be interrupted until it no longer may. */
        private @Nullable Thread reader;

        private boolean evicted;

        Body(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            int read = in.available() > 0 ? in.read(buffer, offset, length) : await(buffer, offset, length);
            arrived += Math.max(0, read);
            return read;
        }

        private int await(byte[] buffer, int offset, int length) throws IOException {
            requireInTime();
            begin(this);
            try {
                return in.read(buffer, offset, length);
            } catch (IOException failed) {
                if (isEvicted()) {
                    throw Problem.of(ProblemType.TOO_SLOW);
                }
                requireInTime();
                throw failed;
            } finally {
                end(this);
            }
        }

        private void requireInTime() {
            Duration taken = Duration.ofNanos(System.nanoTime() - begun);
            if (isEvicted() || taken.compareTo(allowed.plus(PER_KIBIBYTE.multipliedBy(arrived / 1024))) > 0) {
                throw Problem.of(ProblemType.TOO_SLOW);
            }
        }

        private boolean isEvicted() {
            synchronized (BodyWaits.this) {
                return evicted;
            }
        }
    }

    private synchronized void begin(Body body) {
        if (waiting.size() >= places) {
            waiting.stream()
                    .min(Comparator.comparingLong(other -> other.begun - body.begun))
                    .ifPresent(this::evict);
        }
        body.reader = Thread.currentThread();
        waiting.add(body);
    }

    private void evict(Body body) {
        waiting.remove(body);
        body.evicted = true;
        if (body.reader != null) {
            body.reader.interrupt();
        }
    }

    private synchronized void end(Body body) {
        waiting.remove(body);
        body.reader = null;
        if (body.evicted) {
            // The interruption was meant for this read alone.
            Thread.interrupted();
        }
    }
}

package app.primaryassistant.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.primaryassistant.platform.problem.Problem;
import app.primaryassistant.platform.problem.ProblemType;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BodyWaitsTest {

    private static final Duration LONG = Duration.ofMinutes(10);

    private final ExecutorService readers = Executors.newCachedThreadPool();

    @AfterEach
    void stop() {
        readers.shutdownNow();
    }

    /** A body and the end from which its bytes come. */
    private record Sent(PipedInputStream body, PipedOutputStream sender) {
        static Sent begin() throws IOException {
            var body = new PipedInputStream();
            return new Sent(body, new PipedOutputStream(body));
        }
    }

    /** What one read ended with, and whether its thread was left interrupted. */
    private record Outcome(String end, boolean interrupted) {}

    private Future<Outcome> read(InputStream body) {
        return readers.submit(() -> {
            String end;
            try {
                end = Integer.toString(body.read());
            } catch (Problem problem) {
                end = problem.type().name();
            }
            return new Outcome(end, Thread.currentThread().isInterrupted());
        });
    }

    @Test
    void theOldestGivesUpItsPlaceWhereAllAreTaken() throws Exception {
        var waits = new BodyWaits(2, LONG);
        Sent first = Sent.begin();
        Sent second = Sent.begin();
        Sent third = Sent.begin();
        InputStream oldest = waits.bounded(first.body());
        InputStream older = waits.bounded(second.body());
        InputStream newest = waits.bounded(third.body());
        Future<Outcome> secondRead = read(older);
        Future<Outcome> firstRead = read(oldest);
        await(waits, 2);

        Future<Outcome> thirdRead = read(newest);

        assertThat(firstRead.get(1, TimeUnit.MINUTES)).isEqualTo(new Outcome(ProblemType.TOO_SLOW.name(), false));
        second.sender().write(7);
        third.sender().write(8);
        second.sender().flush();
        third.sender().flush();
        assertThat(secondRead.get(1, TimeUnit.MINUTES)).isEqualTo(new Outcome("7", false));
        assertThat(thirdRead.get(1, TimeUnit.MINUTES)).isEqualTo(new Outcome("8", false));
        assertThatThrownBy(oldest::read).isInstanceOf(Problem.class);
    }

    @Test
    void whatHasArrivedTakesNoPlaceAndNoTime() throws IOException {
        var waits = new BodyWaits(0, Duration.ZERO);
        Sent sent = Sent.begin();
        sent.sender().write(new byte[] {1, 2});

        assertThat(waits.bounded(sent.body()).readNBytes(2)).containsExactly(1, 2);
    }

    @Test
    void oneThatTakesTooLongIsGivenUp() throws IOException {
        var waits = new BodyWaits(2, Duration.ZERO);
        InputStream body = waits.bounded(Sent.begin().body());

        assertThatThrownBy(body::read)
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.type()).isEqualTo(ProblemType.TOO_SLOW));
    }

    private static void await(BodyWaits waits, int expected) {
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> waits.waiting() >= expected);
    }
}

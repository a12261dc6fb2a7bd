package app.primaryassistant.imports.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Work beside the requests: bounded, each once, and none lost by the failure of another. */
class WorkQueueTest {

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final WorkQueue queue = new WorkQueue(threads, 2);

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    @Test
    void onlySoManyAreWorkedOnAtOnceAndAllHaveTheirTurn() {
        var running = new AtomicInteger();
        var most = new AtomicInteger();
        var start = new CountDownLatch(1);
        List<CompletableFuture<Void>> all = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            all.add(queue.submit(UUID.randomUUID(), () -> {
                most.accumulateAndGet(running.incrementAndGet(), Math::max);
                await(start);
                running.decrementAndGet();
            }));
        }

        start.countDown();
        all.forEach(CompletableFuture::join);

        assertThat(most).hasValueBetween(1, 2);
    }

    @Test
    void oneThatIsAskedForAgainIsDoneOnce() {
        var id = UUID.randomUUID();
        var times = new AtomicInteger();
        var start = new CountDownLatch(1);
        CompletableFuture<Void> first = queue.submit(id, () -> {
            await(start);
            times.incrementAndGet();
        });

        CompletableFuture<Void> second = queue.submit(id, times::incrementAndGet);
        assertThat(queue.has(id)).isTrue();
        start.countDown();
        first.join();

        assertThat(second).isSameAs(first);
        assertThat(times).hasValue(1);
        assertThat(queue.has(id)).isFalse();
    }

    @Test
    void whatFailsSaysSoAndTheNextOnesAreDone() {
        var failure = new IllegalStateException("no");
        List<CompletableFuture<Void>> failed = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            failed.add(queue.submit(UUID.randomUUID(), () -> {
                throw failure;
            }));
            failed.add(queue.submit(UUID.randomUUID(), () -> {
                throw new AssertionError("worse");
            }));
        }

        assertThatThrownBy(failed.getFirst()::get)
                .isInstanceOf(ExecutionException.class)
                .hasCause(failure);
        assertThatThrownBy(failed.getLast()::get).hasCauseInstanceOf(AssertionError.class);
        queue.submit(UUID.randomUUID(), () -> {}).join();
    }

    @Test
    void whatCannotBeBegunIsNotHeldBack() {
        var id = UUID.randomUUID();
        threads.shutdown();

        assertThatThrownBy(() -> queue.submit(id, () -> {})).isInstanceOf(RejectedExecutionException.class);

        assertThat(queue.has(id)).isFalse();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}

package app.primaryassistant.imports.control;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Work on imports that goes on beside the requests: only so much at once, for each takes a connection and a processor for up to
 * a minute; the rest waits for its turn. An import stands in it once, however often it is asked for.
 */
final class WorkQueue {

    private static final Logger LOG = Logger.getLogger(WorkQueue.class.getName());

    private record Task(UUID id, Runnable work, CompletableFuture<Void> ended) {}

    private final Executor executor;
    private final int atOnce;
    private final Queue<Task> waiting = new ArrayDeque<>();
    private final Map<UUID, Task> tasks = new HashMap<>();
    private int workers;

    /** @param atOnce how many are worked on at the same time */
    WorkQueue(Executor executor, int atOnce) {
        this.executor = executor;
        this.atOnce = atOnce;
    }

    /**
     * Has the work done when its turn comes.
     *
     * @return ends with the work, and with its exception if it fails
     */
    synchronized CompletableFuture<Void> submit(UUID id, Runnable work) {
        Task known = tasks.get(id);
        if (known != null) {
            return known.ended();
        }
        var task = new Task(id, work, new CompletableFuture<>());
        tasks.put(id, task);
        waiting.add(task);
        if (workers < atOnce) {
            workers++;
            try {
                executor.execute(this::work);
            } catch (RuntimeException shuttingDown) {
                workers--;
                waiting.remove(task);
                tasks.remove(id);
                throw shuttingDown;
            }
        }
        return task.ended();
    }

    /** The same where nobody waits for the end. */
    void enqueue(UUID id, Runnable work) {
        CompletableFuture<Void> unused = submit(id, work);
    }

    /** Whether it waits here or is worked on. */
    synchronized boolean has(UUID id) {
        return tasks.containsKey(id);
    }

    private void work() {
        for (Task task = next(); task != null; task = next()) {
            run(task);
        }
    }

    private synchronized @Nullable Task next() {
        Task task = waiting.poll();
        if (task == null) {
            workers--;
        }
        return task;
    }

    /** Whatever it fails with reaches whoever waits for it, and the next one is done all the same. */
    private void run(Task task) {
        Throwable failure = null;
        try {
            task.work().run();
        } catch (Throwable failed) {
            failure = failed;
        }
        forget(task);
        if (failure instanceof Error) {
            LOG.log(Level.SEVERE, "Processing an import failed", failure);
        }
        if (failure == null) {
            task.ended().complete(null);
        } else {
            task.ended().completeExceptionally(failure);
        }
    }

    private synchronized void forget(Task task) {
        tasks.remove(task.id());
    }
}

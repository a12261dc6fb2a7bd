package app.primaryassistant.platform.persistence;

import java.time.Duration;
import java.util.function.Consumer;

/** Waits for a database that is away, as when the program is started before it. */
final class DatabaseWait {

    private static final Duration INTERVAL = Duration.ofSeconds(2);

    private DatabaseWait() {}

    interface Attempt<X extends Exception> {
        void run() throws X;
    }

    /**
     * Tries something until it succeeds, again every two seconds for as long as the database is away. Any other failure would
     * not mend by waiting, and is thrown at once.
     *
     * @param whileAway is told each failure that is waited for
     */
    static <X extends Exception> void until(Attempt<X> attempt, Consumer<Throwable> whileAway) throws X {
        while (true) {
            try {
                attempt.run();
                return;
            } catch (Throwable failed) {
                if (!Login.isOutage(failed)) {
                    throw failed;
                }
                whileAway.accept(failed);
            }
            pause();
        }
    }

    private static void pause() {
        try {
            // The server starts the program where this returns, so nothing can be scheduled, and no database says that
            // it is up.
            Thread.sleep(INTERVAL);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for the database", interrupted);
        }
    }
}

package app.primaryassistant.platform.persistence;

import app.primaryassistant.platform.config.InvalidSetting;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Hears what PostgreSQL tells on a channel, on a connection of its own, and connects anew where that is lost. */
public final class Notifications implements Runnable, AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Notifications.class.getName());

    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Duration TURN = Duration.ofSeconds(1);

    /** After so long a silence the connection is asked whether it is still there. */
    private static final int SILENT_TURNS = 5;

    private static final int SECONDS_TO_ANSWER = 5;

    /** Who wants to hear. */
    public interface Hearer {

        /** Everything that is told from now on is heard. */
        void begins();

        void hears(String payload);

        /** What is told from now on is missed. */
        void ends();
    }

    private final Login login;
    private final String channel;
    private final Hearer hearer;
    private final CountDownLatch closed = new CountDownLatch(1);

    /** @param channel an identifier */
    public Notifications(Login login, String channel, Hearer hearer) {
        this.login = login;
        this.channel = channel;
        this.hearer = hearer;
    }

    /** Hears until it is closed. */
    @Override
    public void run() {
        try {
            do {
                hear();
            } while (!closed.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void hear() {
        try (DirectConnection connection = login.connect()) {
            connection.execute("listen " + channel);
            hearer.begins();
            hear(connection);
        } catch (DatabaseUnavailable | InvalidSetting lost) {
            LOG.log(Level.FINE, "Notifications are not heard", lost);
        } finally {
            hearer.ends();
        }
    }

    private void hear(DirectConnection connection) {
        int silent = 0;
        while (closed.getCount() > 0 && (silent < SILENT_TURNS || connection.answers(SECONDS_TO_ANSWER))) {
            silent = silent < SILENT_TURNS ? silent + 1 : 0;
            for (String payload : connection.notifications(TURN)) {
                silent = 0;
                hearer.hears(payload);
            }
        }
    }

    @Override
    public void close() {
        closed.countDown();
    }
}

package app.primaryassistant.platform.persistence;

import app.primaryassistant.platform.config.InvalidSetting;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Listens to a channel of PostgreSQL on a connection of its own, and reconnects when that is lost. */
public final class Notifications implements Runnable, AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Notifications.class.getName());

    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Duration TURN = Duration.ofSeconds(1);

    /** After so many turns without a notification the connection is validated. */
    private static final int SILENT_TURNS = 5;

    private static final int VALIDATION_SECONDS = 5;

    /** What is done about notifications. */
    public interface Listener {

        /** Every notification from now on will be received. */
        void connected();

        void received(String payload);

        /** Notifications may be missed until it is connected again. */
        void disconnected();
    }

    private final Login login;
    private final String channel;
    private final Listener listener;
    private final CountDownLatch closed = new CountDownLatch(1);

    /** @param channel an identifier */
    public Notifications(Login login, String channel, Listener listener) {
        this.login = login;
        this.channel = channel;
        this.listener = listener;
    }

    /** Listens until it is closed. */
    @Override
    public void run() {
        try {
            do {
                listen();
            } while (!closed.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void listen() {
        try (DirectConnection connection = login.connect()) {
            connection.execute("listen " + channel);
            listener.connected();
            listen(connection);
        } catch (DatabaseUnavailable | InvalidSetting lost) {
            LOG.log(Level.FINE, "Not listening for notifications; reconnecting", lost);
        } finally {
            listener.disconnected();
        }
    }

    private void listen(DirectConnection connection) {
        int silent = 0;
        while (closed.getCount() > 0 && (silent < SILENT_TURNS || connection.answers(VALIDATION_SECONDS))) {
            silent = silent < SILENT_TURNS ? silent + 1 : 0;
            for (String payload : connection.notifications(TURN)) {
                silent = 0;
                listener.received(payload);
            }
        }
    }

    @Override
    public void close() {
        closed.countDown();
    }
}

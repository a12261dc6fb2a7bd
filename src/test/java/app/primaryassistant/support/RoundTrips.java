package app.primaryassistant.support;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands between a client and PostgreSQL and counts how often the client waits for an answer: after a {@code Sync} or simple
 * query of the protocol behind which it has sent no more.
 */
public final class RoundTrips implements AutoCloseable {

    private static final int BYTES_OF_LENGTH = 4;
    private static final int ASKS_FOR_TLS = 80_877_103;

    private final ServerSocket listening;
    private final int database;
    private final ExecutorService forwarding = Executors.newCachedThreadPool();
    private final AtomicInteger count = new AtomicInteger();

    /** @param database the port that PostgreSQL listens on */
    public RoundTrips(int database) throws IOException {
        this.database = database;
        this.listening = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        forwarding.execute(this::accept);
    }

    public int port() {
        return listening.getLocalPort();
    }

    /** The round trips since this was asked last. */
    public int take() {
        return count.getAndSet(0);
    }

    private void accept() {
        try {
            while (true) {
                Socket client = listening.accept();
                var server = new Socket(InetAddress.getLoopbackAddress(), database);
                forwarding.execute(() -> forward(client, server));
                forwarding.execute(() -> answer(server, client));
            }
        } catch (IOException closed) {
            forwarding.shutdown();
        }
    }

    /** Messages of the client: some without a type first, then a letter, the length with itself, and the rest. */
    private void forward(Socket client, Socket server) {
        try (client;
                server;
                var in = new DataInputStream(client.getInputStream());
                var out = new DataOutputStream(server.getOutputStream())) {
            int code = begin(in, out);
            while (code == ASKS_FOR_TLS) {
                code = begin(in, out);
            }
            while (true) {
                int type = in.readByte();
                out.write(type);
                copy(in, out);
                if ((type == 'S' || type == 'Q') && in.available() == 0) {
                    count.incrementAndGet();
                }
            }
        } catch (EOFException | SocketException ended) {
            // Either side has gone, and the streams are closed.
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static int begin(DataInputStream in, DataOutputStream out) throws IOException {
        int length = in.readInt();
        int code = in.readInt();
        out.writeInt(length);
        out.writeInt(code);
        out.write(in.readNBytes(length - 2 * BYTES_OF_LENGTH));
        return code;
    }

    private static void copy(DataInputStream in, DataOutputStream out) throws IOException {
        int length = in.readInt();
        out.writeInt(length);
        out.write(in.readNBytes(length - BYTES_OF_LENGTH));
    }

    private static void answer(Socket server, Socket client) {
        try (server;
                client) {
            server.getInputStream().transferTo(client.getOutputStream());
        } catch (SocketException ended) {
            // As above.
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
        forwarding.shutdownNow();
    }
}

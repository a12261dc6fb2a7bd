package app.primaryassistant.proxy;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Stands in for the application: remembers what it was asked and answers 200, or as it was told. The question that the
 * proxy itself asks before it sends anybody here has an answer of its own and is not remembered.
 */
final class StubUpstream implements AutoCloseable {

    record Asked(String method, URI uri, Headers headers, InetSocketAddress by) {}

    private static final String READINESS = "/health/ready";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final CountDownLatch firstAsked = new CountDownLatch(1);
    private volatile HttpHandler behaviour;
    private volatile int readiness = 200;

    StubUpstream() throws IOException {
        this(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    StubUpstream(InetSocketAddress address) throws IOException {
        behaviour = exchange -> exchange.sendResponseHeaders(200, -1);
        server = HttpServer.create(address, 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            if (exchange.getRequestURI().getPath().equals(READINESS)) {
                exchange.sendResponseHeaders(readiness, -1);
                return;
            }
            asked.add(new Asked(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI(),
                    exchange.getRequestHeaders(),
                    exchange.getRemoteAddress()));
            firstAsked.countDown();
            behaviour.handle(exchange);
        }
    }

    void answer(HttpHandler behaviour) {
        this.behaviour = behaviour;
    }

    /** @param status what it says of its readiness from now on: 200, 503, or 404 while it is being deployed */
    void readiness(int status) {
        readiness = status;
    }

    List<Asked> asked() {
        return asked;
    }

    /** Whether it was asked anything at all, by the end of this time. */
    boolean awaitAsked(Duration patience) throws InterruptedException {
        return firstAsked.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    Asked lastAsked() {
        return asked.getLast();
    }

    InetSocketAddress address() {
        return server.getAddress();
    }

    URI uri() {
        return URI.create("http://" + address().getAddress().getHostAddress() + ":"
                + address().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}

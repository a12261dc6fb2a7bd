package app.primaryassistant.proxy;

import app.primaryassistant.support.RunningNginx;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;

/** An Nginx that has counted nobody yet, what it stands in front of, and a client before it. */
record Door(StubUpstream upstream, RunningNginx nginx, HttpClient client) implements AutoCloseable {

    /** @param settings by the names of {@code env/nginx.env.example} */
    static Door open(Map<String, String> settings) throws IOException, InterruptedException {
        var upstream = new StubUpstream();
        try {
            var nginx = new RunningNginx(upstream.uri(), settings);
            return new Door(upstream, nginx, nginx.client());
        } catch (IOException | InterruptedException failed) {
            upstream.close();
            throw failed;
        }
    }

    /** Forgets what was asked and told before. */
    void forget() {
        upstream.asked().clear();
        upstream.answer(exchange -> exchange.sendResponseHeaders(200, -1));
    }

    Map<String, String> logs() {
        return Map.of("access", nginx.accessLog(), "error", nginx.errorLog());
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(nginx.https(path));
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path));
    }

    HttpResponse<String> get(URI uri) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(uri));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    List<Integer> statuses(int times, HttpRequest.Builder request) throws IOException, InterruptedException {
        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            statuses.add(send(request).statusCode());
        }
        return statuses;
    }

    /** Sends a request word by word and reads until the other side hangs up. */
    String exchange(String requestLine, String... headers) throws IOException {
        try (var socket = nginx.connectSecurely()) {
            write(socket, requestLine + "\r\n" + String.join("\r\n", headers) + "\r\nConnection: close\r\n\r\n");
            return readAll(socket);
        }
    }

    static void write(SSLSocket socket, String text) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(text.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    /** Until the other side hangs up, politely or not. */
    static String readAll(SSLSocket socket) throws IOException {
        var read = new ByteArrayOutputStream();
        try (InputStream in = socket.getInputStream()) {
            in.transferTo(read);
        } catch (SocketException | SSLException reset) {
            return read.toString(StandardCharsets.UTF_8);
        }
        return read.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        client.close();
        nginx.close();
        upstream.close();
    }
}

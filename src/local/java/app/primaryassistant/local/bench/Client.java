package app.primaryassistant.local.bench;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Sends single requests through Nginx, where not their number matters but their answer. */
final class Client implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final HttpClient client;
    private final URI uri;

    private Client(HttpClient client, URI uri) {
        this.client = client;
        this.uri = uri;
    }

    static Client of(Stack stack) throws IOException, GeneralSecurityException {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        try (InputStream certificate = Files.newInputStream(stack.certificate())) {
            trusted.setCertificateEntry("nginx", CertificateFactory.getInstance("X.509").generateCertificate(certificate));
        }
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return new Client(
                HttpClient.newBuilder().sslContext(context).version(HttpClient.Version.HTTP_1_1).build(), stack.uri());
    }

    /**
     * Sends a load once, as the account with this number.
     *
     * @throws IOException if the answer is an error
     */
    void send(Load load, int account) throws IOException, InterruptedException {
        var request = request(own(load.path(), account));
        for (String header : load.headers().split("\\|")) {
            String[] parts = header.split(": *", 2);
            if (parts.length == 2) {
                request.header(parts[0], own(parts[1], account));
            }
        }
        if (!load.body().isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        answer(request.method(
                load.method(),
                load.body().isEmpty()
                        ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofString(own(load.body(), account))));
    }

    private static String own(String text, int account) {
        return text.replace("{n}", Integer.toString(account)).replace("{id}", Accounts.id(account).toString());
    }

    JsonObject get(String path, int account) throws IOException, InterruptedException {
        return JsonParser.parseString(answer(authorized(path, account))).getAsJsonObject();
    }

    JsonObject post(String path, int account, Path file) throws IOException, InterruptedException {
        return JsonParser.parseString(answer(authorized(path, account)
                        .header("Content-Type", "text/csv")
                        .POST(HttpRequest.BodyPublishers.ofFile(file))))
                .getAsJsonObject();
    }

    void post(String path, int account) throws IOException, InterruptedException {
        answer(authorized(path, account)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.noBody()));
    }

    private HttpRequest.Builder authorized(String path, int account) {
        return request(path).header("Authorization", "Bearer bench-" + account);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(uri.resolve(path)).timeout(PATIENCE);
    }

    private String answer(HttpRequest.Builder request) throws IOException, InterruptedException {
        var response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() >= 400) {
            throw new IOException(response.uri().getPath() + " answers " + response.statusCode() + ": " + response.body());
        }
        return response.body();
    }

    @Override
    public void close() {
        client.close();
    }
}

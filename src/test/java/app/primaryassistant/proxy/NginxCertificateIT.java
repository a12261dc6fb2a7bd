package app.primaryassistant.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import app.primaryassistant.support.RequiresProgram;
import app.primaryassistant.support.TrustedCertificate;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLHandshakeException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A certificate that is not as it should be stops the start with words that help; a renewed one is taken into use. */
@RequiresProgram({"nginx", "busybox"})
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class NginxCertificateIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static TrustedCertificate former;
    private static TrustedCertificate renewed;

    @TempDir
    private Path directory;

    private Path certificate;
    private Path key;

    @BeforeAll
    static void make() throws IOException, InterruptedException {
        former = TrustedCertificate.another();
        renewed = TrustedCertificate.another();
    }

    /** Yesterday: since 1.27.2 Nginx reads no file again of which neither the second nor the inode has changed. */
    @BeforeEach
    void install() throws IOException {
        certificate = Files.copy(former.certificate(), directory.resolve("fullchain.pem"));
        key = Files.copy(former.key(), directory.resolve("privkey.pem"));
        FileTime yesterday =
                FileTime.from(Files.getLastModifiedTime(key).toInstant().minus(Duration.ofDays(1)));
        Files.setLastModifiedTime(certificate, yesterday);
        Files.setLastModifiedTime(key, yesterday);
    }

    @Test
    void saysWhereACertificateIsMissingAndWhoMakesOne() throws IOException {
        Files.delete(certificate);

        assertRefused(certificate
                + " is not there: put a certificate and its key there, or have `setup` make a self-signed one");
    }

    @Test
    void saysThatAKeyBelongsToAnotherCertificate() throws IOException {
        Files.copy(renewed.key(), key, StandardCopyOption.REPLACE_EXISTING);

        assertRefused(key + " is not the key of " + certificate);
    }

    @Test
    void saysThatACertificateIsNone() throws IOException {
        Files.writeString(certificate, "-----BEGIN NONSENSE-----\n");

        assertRefused(certificate + " is no certificate in PEM");
    }

    @Test
    void saysThatAKeyIsNone() throws IOException {
        Files.copy(former.certificate(), key, StandardCopyOption.REPLACE_EXISTING);

        assertRefused(key + " is no key in PEM");
    }

    @Test
    void takesARenewedOneIntoUseAndLetsRequestsUnderWayEnd() throws Exception {
        var asked = new CountDownLatch(1);
        var renewal = new CountDownLatch(1);
        try (var door = open();
                var before = HttpClient.newBuilder().sslContext(former.trust()).build()) {
            door.upstream().answer(exchange -> {
                asked.countDown();
                await(renewal);
                exchange.sendResponseHeaders(200, -1);
            });
            CompletableFuture<HttpResponse<String>> underWay =
                    before.sendAsync(door.request("/slow").build(), HttpResponse.BodyHandlers.ofString());
            await(asked);
            door.forget();

            Files.copy(renewed.certificate(), certificate, StandardCopyOption.REPLACE_EXISTING);
            Files.copy(renewed.key(), key, StandardCopyOption.REPLACE_EXISTING);
            awaitTrusted(door.request("/after").build());

            renewal.countDown();
            assertThat(underWay.get().statusCode()).isEqualTo(200);
        }
    }

    @Test
    void keepsTheFormerOneWhereTheRenewedOneIsBroken() throws Exception {
        try (var door = open();
                var before = HttpClient.newBuilder().sslContext(former.trust()).build()) {
            Files.copy(renewed.certificate(), certificate, StandardCopyOption.REPLACE_EXISTING);
            door.nginx()
                    .awaitError(line -> line.contains("the former one stays in use: " + key + " is not the key of"));

            var answer = before.send(door.request("/").build(), HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
        }
    }

    private Door open() throws IOException, InterruptedException {
        return Door.open(Map.of("TLS_CERTIFICATE", certificate.toString(), "TLS_CERTIFICATE_KEY", key.toString()));
    }

    private void assertRefused(String words) {
        assertThatIOException().isThrownBy(this::open).withMessageContaining("nginx: " + words);
    }

    /** A new client each time, for the former one may have kept its connection. */
    private static void awaitTrusted(HttpRequest request) {
        var answer = Awaitility.await("the renewed certificate to be taken into use")
                .atMost(PATIENCE)
                .ignoreException(SSLHandshakeException.class)
                .until(
                        () -> {
                            try (var client = HttpClient.newBuilder()
                                    .sslContext(renewed.trust())
                                    .build()) {
                                return client.send(request, HttpResponse.BodyHandlers.ofString());
                            }
                        },
                        Objects::nonNull);
        assertThat(answer.statusCode()).isEqualTo(200);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }
}

package app.primaryassistant.operations.control;

import static app.primaryassistant.platform.persistence.Parameters.none;

import app.primaryassistant.platform.config.InvalidSetting;
import app.primaryassistant.platform.config.Settings;
import app.primaryassistant.platform.persistence.DatabaseUnavailable;
import app.primaryassistant.platform.persistence.Login;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/** Whether the program works on what was restored: its role can sign in, and a running one says that it is ready. */
final class PostRestoreCheck {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Settings settings;

    PostRestoreCheck(Settings settings) {
        this.settings = settings;
    }

    /** What is wrong, as the end of a sentence. */
    Optional<String> failure() {
        try (var connection = Login.ofApplication(settings).connect()) {
            connection.call("select current_account()", none());
        } catch (DatabaseUnavailable | InvalidSetting failed) {
            return Optional.of("the program's role could not use it: " + failed.getMessage());
        }
        return settings.find("HEALTH_URL").flatMap(PostRestoreCheck::unready);
    }

    private static Optional<String> unready(String url) {
        long begun = System.nanoTime();
        try (var client = HttpClient.newHttpClient()) {
            while (System.nanoTime() - begun < PATIENCE.toNanos()) {
                if (answers200(client, url)) {
                    return Optional.empty();
                }
                // It is another process: it can be asked, and tells nobody by itself when it is ready.
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return Optional.of("the program at HEALTH_URL did not become ready within " + PATIENCE.toSeconds() + " s.");
    }

    private static boolean answers200(HttpClient client, String url) throws InterruptedException {
        try {
            var request = HttpRequest.newBuilder(URI.create(url))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }
}

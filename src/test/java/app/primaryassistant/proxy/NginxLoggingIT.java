package app.primaryassistant.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import app.primaryassistant.support.RequiresProgram;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is written down, and what must not be. */
@RequiresProgram({"nginx", "busybox"})
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class NginxLoggingIT {

    @AutoClose
    private static Door door;

    @RegisterExtension
    static final AfterTestExecutionCallback LOGS_OF_FAILURES =
            context -> context.getExecutionException().ifPresent(failure -> context.publishReportEntry(door.logs()));

    @BeforeAll
    static void open() throws IOException, InterruptedException {
        door = Door.open(Map.of());
    }

    @BeforeEach
    void forget() {
        door.forget();
    }

    @Test
    void logsARequestWithoutWhatIsSecret() throws Exception {
        door.send(door.request("/api/v1/measurements?metric=hush-query")
                .header("Authorization", "Bearer hush-token")
                .header("Cookie", "__Host-session=hush-session")
                .header("Referer", "https://localhost/?hush-referrer"));
        String id = door.upstream().lastAsked().headers().getFirst("X-Request-Id");
        String line = door.nginx().awaitAccess(each -> each.contains("/api/v1/measurements"));

        assertThat(line)
                .contains("\"path\":\"/api/v1/measurements\"", "\"status\":\"200\"", "\"address\":\"127.0.0.1\"")
                .contains("\"id\":\"" + id + "\"");
        assertThat(door.nginx().accessLog() + door.nginx().errorLog()).doesNotContain("hush-");
    }

    @Test
    void logsAFailureWithoutWhatIsSecret() throws Exception {
        door.get("/static/1.2.3/lost.mjs?hush-query");
        door.nginx().awaitAccess(line -> line.contains("/lost.mjs") && line.contains("\"status\":\"404\""));

        assertThat(door.nginx().accessLog() + door.nginx().errorLog()).doesNotContain("hush-");
    }
}

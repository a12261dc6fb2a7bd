package app.primaryassistant.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import app.primaryassistant.support.LoopbackNames;
import app.primaryassistant.support.RequiresProgram;
import app.primaryassistant.support.RunningNginx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An application that is there more than once, comes, goes and moves, under one name. */
@RequiresProgram({"nginx", "busybox"})
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class NginxReplicasIT {

    /** So long that nothing but Nginx itself notices within a test that somebody is away. */
    private static final Map<String, String> UNWATCHED = Map.of("WATCH_SECONDS", "3600");

    @AutoClose
    private LoopbackNames names;

    @AutoClose
    private StubUpstream one;

    @AutoClose
    private StubUpstream other;

    private InetAddress ofOne;
    private InetAddress ofOther;

    @BeforeEach
    void start() throws IOException {
        ofOne = InetAddress.getByName("127.0.0.2");
        ofOther = InetAddress.getByName("127.0.0.3");
        names = new LoopbackNames();
        one = new StubUpstream(new InetSocketAddress(ofOne, 0));
        other = new StubUpstream(new InetSocketAddress(ofOther, one.address().getPort()));
    }

    @Test
    void findsAnApplicationThatWasRecreatedElsewhere() throws Exception {
        names.pointTo(ofOne);
        try (var door = open(Map.of())) {
            assertThat(door.ask()).isEqualTo(200);
            assertThat(one.asked()).hasSize(1);

            names.pointTo(ofOther);
            door.askUntilSpared(one);
            assertThat(other.asked()).isNotEmpty();
        }
    }

    @Test
    void sharesRequestsAmongReplicasAsTheyComeAndGo() throws Exception {
        names.pointTo(ofOne);
        try (var door = open(Map.of())) {
            door.askTimes(10);
            names.pointTo(ofOne, ofOther);
            door.askUntilReached(other);
            one.asked().clear();
            other.asked().clear();
            door.askTimes(20);
            assertThat(one.asked()).as("round robin").hasSizeBetween(8, 12);
            assertThat(other.asked()).hasSizeBetween(8, 12);

            names.pointTo(ofOther);
            door.askUntilSpared(one);
        }
    }

    @Test
    void sendsNobodyToAReplicaThatIsStillStarting() throws Exception {
        other.readiness(404);
        names.pointTo(ofOne, ofOther);
        try (var door = open(Map.of())) {
            door.askTimes(20);
            assertThat(other.asked()).isEmpty();

            other.readiness(200);
            door.askUntilReached(other);
        }
    }

    @Test
    void letsAReplicaThatMissesSomethingSpeakOnlyWhereNobodyIsReady() throws Exception {
        one.readiness(503);
        other.readiness(503);
        names.pointTo(ofOne, ofOther);
        try (var door = open(Map.of())) {
            assertThat(door.ask()).as("its own words are better than a 502").isEqualTo(200);

            other.readiness(200);
            door.askUntilSpared(one);
        }
    }

    @Test
    void keepsWhatItHasWhileTheNameServerHasNoAnswer() throws Exception {
        names.pointTo(ofOne);
        try (var door = open(Map.of())) {
            names.pointTo();
            int asked = names.asked();
            while (names.asked() < asked + 2) {
                assertThat(door.ask()).isEqualTo(200);
            }
        }
    }

    @Test
    void asksAnotherReplicaWhereOneWentAway() throws Exception {
        names.pointTo(ofOne, ofOther);
        try (var door = open(UNWATCHED)) {
            one.close();

            door.askTimes(20);
            assertThat(door.nginx().accessLog())
                    .as("the one that is down was tried")
                    .contains("127.0.0.2");
        }
    }

    @Test
    void repeatsWhatCanBeRepeatedAndNothingElse() throws Exception {
        names.pointTo(ofOne, ofOther);
        try (var door = open(UNWATCHED)) {
            one.answer(exchange -> exchange.close());
            other.answer(exchange -> exchange.close());

            assertThat(door.ask()).isEqualTo(502);
            assertThat(one.asked().size() + other.asked().size())
                    .as("a GET is tried at both")
                    .isEqualTo(2);

            var post = HttpRequest.newBuilder(door.nginx().https("/api/v1/check-ins"))
                    .POST(HttpRequest.BodyPublishers.ofString("{}"));
            assertThat(door.client()
                            .send(post.build(), HttpResponse.BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(502);
            assertThat(one.asked().size() + other.asked().size())
                    .as("a POST only once")
                    .isEqualTo(3);
        }
    }

    private ByName open(Map<String, String> settings) throws IOException, InterruptedException {
        Map<String, String> all = new HashMap<>(settings);
        all.put("UPSTREAM", "web:" + one.address().getPort());
        all.put("RESOLVER", names.address());
        var nginx = new RunningNginx(one.uri(), all);
        return new ByName(nginx, nginx.patientClient());
    }

    /** An Nginx that knows the application by its name alone, and a client. */
    private record ByName(RunningNginx nginx, HttpClient client) implements AutoCloseable {

        int ask() throws IOException, InterruptedException {
            var request = HttpRequest.newBuilder(nginx.https("/")).build();
            return client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
        }

        void askTimes(int times) throws IOException, InterruptedException {
            for (int i = 0; i < times; i++) {
                assertThat(ask()).isEqualTo(200);
            }
        }

        void askUntilReached(StubUpstream upstream) throws IOException, InterruptedException {
            while (upstream.asked().isEmpty()) {
                assertThat(ask()).isEqualTo(200);
            }
        }

        /** Until ten requests in a row have gone elsewhere. */
        void askUntilSpared(StubUpstream upstream) throws IOException, InterruptedException {
            do {
                upstream.asked().clear();
                askTimes(10);
            } while (!upstream.asked().isEmpty());
        }

        @Override
        public void close() throws IOException {
            client.close();
            nginx.close();
        }
    }
}

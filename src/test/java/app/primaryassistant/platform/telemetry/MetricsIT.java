package app.primaryassistant.platform.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import app.primaryassistant.support.Api;
import app.primaryassistant.support.Application;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a scraper reads, and that nobody else does. */
class MetricsIT {

    private final Exposition before = Exposition.ofRunning();

    @ParameterizedTest
    @ValueSource(strings = {"metrics", "metrics/", "metrics/base", "metrics/application", "metrics?scope=base"})
    void areNotThereForStrangers(String path) {
        assertThat(get(path, null).statusCode()).isEqualTo(404);
        assertThat(get(path, "Bearer ").statusCode()).isEqualTo(404);
        assertThat(get(path, "Bearer " + "0".repeat(32)).statusCode()).isEqualTo(404);
        assertThat(get(path, "Basic " + Application.METRICS_TOKEN).statusCode()).isEqualTo(404);
    }

    @Test
    void areThereForWhoeverKnowsTheToken() {
        assertThat(get("metrics", "Bearer " + Application.METRICS_TOKEN).statusCode())
                .isEqualTo(200);
    }

    @Test
    void areNotThereForSomebodySignedIn() {
        Api administrator = Api.signedUp();

        Response answer = RestAssured.given()
                .headers(administrator.headers())
                .get(Application.running().uri().resolve("metrics"));

        assertThat(answer.statusCode()).isEqualTo(404);
    }

    @Test
    void areTextThatPrometheusReads() {
        Response answer = get("metrics", "Bearer " + Application.METRICS_TOKEN);

        assertThat(answer.contentType()).startsWith("text/plain").contains("version=0.0.4");
        assertThat(before.samples()).hasSizeGreaterThan(30).doesNotHaveDuplicates();
        assertThat(before.value("memory_usedHeap_bytes")).isPositive();
        assertThat(before.value("jvm_uptime_seconds")).isPositive();
    }

    @Test
    void countRequestsByTemplateAndStatus() {
        Api person = Api.signedUp();
        for (int i = 0; i < 3; i++) {
            person.get("check-ins/" + UUID.randomUUID());
        }

        String missing =
                "http_server_request_duration_seconds_count{method=\"GET\",route=\"/api/v1/check-ins/{id}\",status=\"404\"}";
        assertThat(Exposition.ofRunning().value(missing) - before.value(missing))
                .isEqualTo(3);
    }

    @Test
    void theBucketsOfALatencyGrowUpToItsCount() {
        Api.stranger().get("auth/state");
        Exposition after = Exposition.ofRunning();
        String labels = "method=\"GET\",route=\"/api/v1/auth/state\",status=\"200\"";

        List<Double> buckets = after.values("http_server_request_duration_seconds_bucket{" + labels);
        assertThat(buckets).hasSize(12).isSorted();
        assertThat(buckets.getLast())
                .isPositive()
                .isEqualTo(after.value("http_server_request_duration_seconds_count{" + labels + "}"));
        assertThat(after.value("http_server_request_duration_seconds_sum{" + labels + "}"))
                .isPositive();
    }

    @Test
    void noPathAndNoWordOfAStrangerBecomesALabel() {
        String word = "w" + UUID.randomUUID().toString().replace("-", "");
        Api.stranger().get("check-ins/" + word);
        Api.stranger().get(word);
        RestAssured.get(Application.running().uri().resolve(word));
        RestAssured.get(Application.running().uri().resolve("static/" + word + "?" + word));
        RestAssured.given()
                .request(
                        word.toUpperCase(Locale.ROOT),
                        Application.running().uri().resolve("/"));

        assertThat(Exposition.ofRunning().samples())
                .noneMatch(sample -> sample.toLowerCase(Locale.ROOT).contains(word));
    }

    @Test
    void countSignInsThatFail() {
        Api person = Api.signedUp();
        Api.stranger().post("auth/sign-in", Api.credentials(person.name(), "not the password"));
        Api.stranger().post("auth/sign-in", Api.credentials(Api.freshName(), "not the password"));

        Exposition after = Exposition.ofRunning();
        assertThat(List.of("password", "unknown"))
                .map(reason -> "assistant_sign_in_failures_total{mp_scope=\"application\",reason=\"" + reason + "\"}")
                .allSatisfy(failures -> assertThat(after.value(failures) - before.value(failures))
                        .isPositive());
    }

    @Test
    void showTheConnectionsOfThePool() {
        Api.signedUp().get("measurements");
        Exposition after = Exposition.ofRunning();

        double open = after.value("assistant_pool_connections{mp_scope=\"application\",state=\"free\"}")
                + after.value("assistant_pool_connections{mp_scope=\"application\",state=\"used\"}");
        assertThat(open)
                .isPositive()
                .isLessThanOrEqualTo(after.value("assistant_pool_limit{mp_scope=\"application\"}"));
        assertThat(after.samples()).contains("assistant_pool_waiting{mp_scope=\"application\"}");
    }

    private static Response get(String path, @Nullable String authorization) {
        var request = RestAssured.given();
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        return request.get(Application.running().uri().resolve(path));
    }
}

package app.primaryassistant.platform.telemetry;

import static app.primaryassistant.support.Api.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import app.primaryassistant.support.Api;
import app.primaryassistant.support.Application;
import app.primaryassistant.support.RequiresProgram;
import app.primaryassistant.support.RunningNginx;
import app.primaryassistant.support.contract.ContractFilter;
import io.restassured.response.Response;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One id leads from the proxy through the answer and the log to the statement in the database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RequestIdIT {

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final String ID = "00112233445566778899aabbccddeeff";

    private final Application application = Application.behindProxy();
    private final Log log = new Log(application);

    @Test
    void theProxysIdIsTheAnswersAndTheProblems() {
        Response refused = named(ID).get("profile");

        assertThat(refused.header("X-Request-Id")).isEqualTo(ID);
        assertProblem(refused, 401, "unauthenticated");
        assertThat(refused.<String>path("id")).isEqualTo(ID);
    }

    @Test
    void everyRequestHasAnIdOfItsOwnWhereTheProxyGivesNone() {
        Api stranger = Api.stranger(application);

        assertThat(List.of(stranger.get("auth/state"), stranger.get("auth/state"), stranger.get("nothing")))
                .extracting(response -> response.header("X-Request-Id"))
                .doesNotHaveDuplicates()
                .allSatisfy(id -> assertThat(id).matches("[0-9a-f]{32}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "short",
                "00112233445566778899AABBCCDDEEFF",
                "00112233445566778899aabbccddeeff0",
                "'; drop table account; --"
            })
    void whatHasNotTheFormOfAnIdIsNotTaken(String told) {
        assertThat(named(told).get("auth/state").header("X-Request-Id"))
                .matches("[0-9a-f]{32}")
                .isNotEqualTo(told);
    }

    @Test
    void whereNoProxyStandsInFrontNobodyChoosesTheId() {
        Response answer = Api.stranger().with(Map.of("X-Request-Id", ID)).get("auth/state");

        assertThat(answer.header("X-Request-Id")).matches("[0-9a-f]{32}").isNotEqualTo(ID);
    }

    @Test
    void theLinesOfARequestCarryItsId() {
        Response missing = Api.stranger(application).get("nothing");

        assertThat(log.linesOf(missing.header("X-Request-Id"))).anySatisfy(line -> {
            assertThat(line.getString("Level")).isEqualTo("FINE");
            assertThat(line.getString("LoggerName")).endsWith("ProblemResponses");
            assertThat(line.getString("LogMessage")).contains("NOT_FOUND");
        });
    }

    @Test
    void aFailureOfOursIsFoundByTheIdThatItsAnswerShows() throws SQLException {
        Api person = Api.stranger(application).signUp(Api.freshName());
        // As compose.yaml sets it.
        asSuperuser("alter system set log_line_prefix = '%m [%p] %a '");
        asSuperuser("select pg_reload_conf()");
        asSuperuser("alter table metric rename to metric_away");
        Response failed;
        try {
            // No operation has a 500 in the document.
            failed = person.request().noFiltersOfType(ContractFilter.class).get("metrics");
        } finally {
            asSuperuser("alter table metric_away rename to metric");
        }

        assertProblem(failed, 500, "internal");
        assertThat(log.linesOf(failed.path("id"))).anySatisfy(line -> {
            assertThat(line.getString("Level")).isEqualTo("SEVERE");
            assertThat(line.getString("Throwable.StackTrace")).contains("PSQLException");
        });
        assertThat(databaseLog())
                .contains("primary-assistant " + failed.path("id") + " ERROR:  relation \"metric\" does not exist");
    }

    @Test
    void aWaitingStatementShowsItsRequest() throws Exception {
        Api person = Api.stranger(application).signUp(Api.freshName());
        // The first time in the life of a server it asks for the types of a statement's parameters, in nobody's name.
        person.get("measurements");
        String id = "a".repeat(32);

        whileMeasurementsAreLocked(() -> {
            var answer = CompletableFuture.supplyAsync(() ->
                    person.with(with(person.headers(), "X-Request-Id", id)).get("measurements"));
            assertThat(waitingFor()).isEqualTo("primary-assistant " + id);
            return answer;
        });
    }

    @Test
    @RequiresProgram("nginx")
    void theIdRunsFromNginxToTheStatement() throws Exception {
        Api person = Api.stranger(application).signUp(Api.freshName());
        // The first time in the life of a server it asks for the types of a statement's parameters, in nobody's name.
        person.get("measurements");
        try (var nginx = new RunningNginx(application.uri(), Map.of());
                HttpClient client = nginx.client()) {
            var request = HttpRequest.newBuilder(nginx.https("/api/v1/measurements"))
                    .header("Cookie", person.header("Cookie"))
                    .header("X-Request-Id", ID)
                    .build();
            var statement = new String[1];
            var answer = whileMeasurementsAreLocked(() -> {
                var sent = client.sendAsync(request, HttpResponse.BodyHandlers.ofString());
                statement[0] = waitingFor();
                return sent;
            });

            String id = answer.headers().firstValue("X-Request-Id").orElseThrow();
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(id).matches("[0-9a-f]{32}").isNotEqualTo(ID);
            assertThat(statement[0]).isEqualTo("primary-assistant " + id);
            assertThat(nginx.awaitAccess(line -> line.contains(id))).contains("/api/v1/measurements");
        }
    }

    /** This one asks for an entity, its metric, and then for rows; many at once could otherwise wait for each other. */
    @Test
    void aRequestHoldsOneConnectionAtATime() throws Exception {
        Api person = Api.stranger(application).signUp(Api.freshName());
        person.post("metrics", "{\"name\": \"Grip\", \"unit\": \"kg\"}");
        person.get("metrics/x-grip/trend");
        String id = "b".repeat(32);

        whileMeasurementsAreLocked(() -> {
            var answer = CompletableFuture.supplyAsync(() ->
                    person.with(with(person.headers(), "X-Request-Id", id)).get("metrics/x-grip/trend"));
            assertThat(waitingFor()).isEqualTo("primary-assistant " + id);
            assertThat(application
                            .database()
                            .number("select count(*) from pg_stat_activity where application_name like ?", "%" + id))
                    .isEqualTo(1);
            return answer;
        });
    }

    @Test
    void aFreeConnectionShowsNoRequest() throws SQLException {
        Api.stranger(application).signUp(Api.freshName()).get("measurements");

        assertThat(applicationNames("state = 'idle'")).isNotEmpty().containsOnly("primary-assistant");
    }

    private Api named(String id) {
        return Api.stranger(application).with(Map.of("X-Request-Id", id));
    }

    private static Map<String, String> with(Map<String, String> headers, String name, String value) {
        var all = new HashMap<>(headers);
        all.put(name, value);
        return all;
    }

    @FunctionalInterface
    private interface Sending<T> {
        CompletableFuture<T> begin() throws SQLException;
    }

    private <T> T whileMeasurementsAreLocked(Sending<T> sending) throws Exception {
        CompletableFuture<T> sent;
        try (var superuser = application.database().asSuperuser();
                var statement = superuser.createStatement()) {
            superuser.setAutoCommit(false);
            statement.execute("lock table observation in access exclusive mode");
            sent = sending.begin();
            superuser.rollback();
        }
        return sent.get();
    }

    /** What the statement that waits for a lock calls its application. */
    private String waitingFor() {
        return Awaitility.await("a statement of the program that waits for a lock")
                .atMost(PATIENCE)
                .until(() -> applicationNames("wait_event_type = 'Lock'"), waiting -> !waiting.isEmpty())
                .getFirst();
    }

    private List<String> applicationNames(String condition) throws SQLException {
        try (var superuser = application.database().asSuperuser();
                var statement = superuser.createStatement()) {
            var rows = statement.executeQuery(
                    "select array_agg(distinct application_name) from pg_stat_activity where usename = 'fitness_app' and "
                            + condition);
            rows.next();
            var names = rows.getArray(1);
            return names == null ? List.of() : List.of((String[]) names.getArray());
        }
    }

    private String databaseLog() throws SQLException {
        try (var superuser = application.database().asSuperuser();
                var statement = superuser.createStatement()) {
            var content = statement.executeQuery("select pg_read_file(pg_current_logfile())");
            content.next();
            return content.getString(1);
        }
    }

    private void asSuperuser(String command) throws SQLException {
        try (var superuser = application.database().asSuperuser();
                var statement = superuser.createStatement()) {
            statement.execute(command);
        }
    }
}

package app.primaryassistant.support;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import app.primaryassistant.local.TestClock;
import io.restassured.config.JsonConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.path.json.config.JsonPathConfig.NumberReturnType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/** The HTTP API as one caller meets it: a stranger, somebody at a browser, or a program with a token. */
public final class Api {

    public static final String PASSWORD = "correct horse battery";
    public static final String COOKIE = "__Host-session";

    /** What would tell a stranger how the program is made, or show a person's values in an error. */
    private static final Pattern LEAK = Pattern.compile(
            "(?i)\\bselect\\b|insert into|SQLSTATE|psqlexception|eclipselink|\\tat |\\.java:|app\\.primaryassistant");

    private static final RestAssuredConfig EXACT_NUMBERS = RestAssuredConfig.config()
            .jsonConfig(JsonConfig.jsonConfig().numberReturnType(NumberReturnType.BIG_DECIMAL));

    private final Application application;
    private final Map<String, String> credentials;
    private final String name;
    private final UUID account;

    private Api(Application application, Map<String, String> credentials, String name, UUID account) {
        this.application = application;
        this.credentials = credentials;
        this.name = name;
        this.account = account;
    }

    public static Api stranger(Application application) {
        return new Api(application, Map.of(), "", new UUID(0, 0));
    }

    public static Api stranger() {
        return stranger(Application.running());
    }

    /** Somebody with a fresh account of their own, signed in. */
    public static Api signedUp() {
        return stranger().signUp(freshName());
    }

    /** An administrator of their own; the installation's setup code stays unused. */
    public static Api administrator() throws SQLException {
        Api api = signedUp();
        api.application.database().change("update account set role = 'admin' where id = ?", api.account);
        // The server hears of it from the database, a moment later.
        Awaitility.await()
                .pollDelay(Duration.ZERO)
                .until(() -> api.get("admin/sign-in-failures").statusCode() != 403);
        return api;
    }

    public static String freshName() {
        return "p" + UUID.randomUUID().toString().substring(24);
    }

    public Api signUp(String newName) {
        Response response = post("auth/sign-up", """
                {"name": "%s", "password": "%s", "zone": "%s"}
                """.formatted(newName, PASSWORD, TestClock.zone()));
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(201);
        return signedIn(response);
    }

    public Api signIn(String knownName, String password) {
        Response response = post("auth/sign-in", credentials(knownName, password));
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
        return signedIn(response);
    }

    /** Whoever an answer has signed in. */
    public Api signedIn(Response response) {
        return new Api(
                application,
                Map.of("Cookie", COOKIE + "=" + response.cookie(COOKIE), "Origin", origin()),
                response.path("name"),
                UUID.fromString(response.path("id")));
    }

    /** A program that acts for this account. */
    public Api withToken(String... scopes) {
        Response response = post("tokens", """
                {"name": "a program", "scopes": ["%s"], "expiresInDays": 30}
                """.formatted(String.join("\", \"", scopes)));
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(201);
        return withSecret(response.path("secret"));
    }

    public Api withSecret(String secret) {
        return with(Map.of("Authorization", "Bearer " + secret));
    }

    /** The same account with other headers in place of its own credentials. */
    public Api with(Map<String, String> headers) {
        return new Api(application, headers, name, account);
    }

    public static String credentials(String name, String password) {
        return """
                {"name": "%s", "password": "%s"}
                """.formatted(name, password);
    }

    public UUID account() {
        return account;
    }

    public String name() {
        return name;
    }

    /** The headers that prove who it is. */
    public Map<String, String> headers() {
        return credentials;
    }

    public String header(String header) {
        return credentials.get(header);
    }

    public String origin() {
        return application.uri().toString().replaceAll("/$", "");
    }

    /** A request to paths below {@code /api/v1/}. */
    public RequestSpecification request() {
        return given().config(EXACT_NUMBERS)
                .baseUri(application.uri().resolve("/api/v1/").toString())
                .contentType("application/json; charset=UTF-8")
                .headers(credentials);
    }

    public Response get(String path, Object... parameters) {
        return request().get(path, parameters);
    }

    public Response post(String path, String body) {
        return request().body(body).post(path);
    }

    public Response post(String path) {
        return request().post(path);
    }

    /** Creates under an id of one's own. */
    public Response create(String path, String body) {
        return request().header("If-None-Match", "*").body(body).put(path);
    }

    /** Changes what has this tag. */
    public Response change(String path, String tag, String body) {
        return request().header("If-Match", tag).body(body).put(path);
    }

    public Response put(String path, String body) {
        return request().body(body).put(path);
    }

    public Response delete(String path) {
        return request().delete(path);
    }

    /** Sends many requests at the same instant and returns the statuses, in ascending order. */
    public static List<Integer> atOnce(int times, Callable<Response> request)
            throws InterruptedException, ExecutionException {
        var start = new CyclicBarrier(times);
        try (var threads = Executors.newFixedThreadPool(times)) {
            List<Future<Integer>> answers = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                answers.add(threads.submit(() -> {
                    start.await();
                    return request.call().statusCode();
                }));
            }
            List<Integer> statuses = new ArrayList<>();
            for (Future<Integer> answer : answers) {
                statuses.add(answer.get());
            }
            return statuses.stream().sorted().toList();
        }
    }

    /** A number of an answer, to the digit. */
    public static BigDecimal number(Response response, String path) {
        return new BigDecimal(response.path(path).toString());
    }

    /** Requires an error answer by RFC 9457 that gives nothing away. */
    public static void assertProblem(Response response, int status, String type) {
        String body = response.asString();
        assertThat(response.statusCode()).as(body).isEqualTo(status);
        assertThat(response.contentType()).startsWith("application/problem+json");
        assertThat(response.<String>path("type")).isEqualTo("/problems/" + type);
        assertThat(response.jsonPath().getInt("status")).isEqualTo(status);
        assertThat(response.<String>path("title")).isNotBlank();
        assertThat(response.<String>path("id")).matches("[0-9a-f]{32}").isEqualTo(response.header("X-Request-Id"));
        assertNothingLeaks(response);
    }

    /** Requires that an answer tells neither how the program is made nor where it failed. */
    public static void assertNothingLeaks(Response response) {
        assertThat(response.asString()).doesNotContainPattern(LEAK);
    }

    /** Requires a 422 that names the field. */
    public static void assertInvalid(Response response, String field) {
        assertProblem(response, 422, "invalid");
        assertThat(response.jsonPath().getList("violations.field", String.class))
                .contains(field);
    }
}

package app.primaryassistant.platform.http;

import static app.primaryassistant.support.Api.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import app.primaryassistant.support.Api;
import app.primaryassistant.support.ApiDescription;
import app.primaryassistant.support.ApiDescription.Operation;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.sql.SQLException;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every operation of the OpenAPI document answers where a request is wrong in a way that has nothing to do with it. */
class RefusalsIT {

    private static final String NOTHING = "application/x-nothing";
    private static final int OVER_THE_LIMIT = 300_000;

    private static Api anybody = Api.stranger();
    private static Api reader = Api.stranger();

    @BeforeAll
    static void signUp() throws SQLException {
        anybody = Api.administrator();
        reader = anybody.withToken("read");
    }

    static Stream<Operation> operations() {
        return ApiDescription.operations().stream();
    }

    static Stream<Operation> ofOnesOwn() {
        return which(operation -> !operation.anonymous());
    }

    static Stream<Operation> changes() {
        return which(operation -> !operation.method().equals("GET"));
    }

    /** All but what only reads one's own; a review writes nothing either, but is sent as a change and so from the own site. */
    static Stream<Operation> notForEveryToken() {
        return which(operation -> !operation.anonymous()
                && operation.responses().contains("403")
                && !operation.path().equals("/measurements/review"));
    }

    static Stream<Operation> withContent() {
        return which(Operation::answersWithContent);
    }

    static Stream<Operation> withBody() {
        return which(operation -> operation.body().isPresent());
    }

    static Stream<Operation> withJson() {
        return which(Operation::takesJson);
    }

    /** What is not there is no favourite either, so that taking it from them is done. */
    static Stream<Operation> ofOneThing() {
        return which(operation -> operation.body().isEmpty()
                && operation.path().contains("{")
                && !operation.toString().equals("DELETE /exercises/{id}/favourite"));
    }

    static Stream<Operation> ofAnId() {
        return which(operation -> operation.path().contains("{id}"));
    }

    static Stream<Operation> withRequiredParts() {
        return which(operation -> operation.takesJson() && operation.requiresParts());
    }

    private static Stream<Operation> which(Predicate<Operation> predicate) {
        return operations().filter(predicate);
    }

    @Test
    void thereAreSomeOfEach() {
        assertThat(ofOnesOwn()).hasSizeGreaterThan(60);
        assertThat(changes()).hasSizeGreaterThan(30);
        assertThat(notForEveryToken()).hasSizeGreaterThan(50);
        assertThat(withContent()).hasSizeGreaterThan(50);
        assertThat(withJson()).hasSizeGreaterThan(20);
        assertThat(ofOneThing()).hasSizeGreaterThan(20);
    }

    @ParameterizedTest
    @MethodSource("ofOnesOwn")
    void nobodyIsUnauthenticated(Operation operation) {
        assertProblem(send(Api.stranger(), operation), 401, "unauthenticated");
    }

    @ParameterizedTest
    @MethodSource("changes")
    void anotherSiteIsForbidden(Operation operation) {
        Api foreign = anybody.with(Map.of("Cookie", anybody.header("Cookie"), "Origin", "https://evil.example"));

        assertProblem(send(foreign, operation), 403, "foreign-origin");
    }

    @ParameterizedTest
    @MethodSource("notForEveryToken")
    void aTokenThatMayOnlyReadIsForbidden(Operation operation) {
        assertProblem(send(reader, operation), 403, "insufficient-scope");
    }

    @ParameterizedTest
    @MethodSource("operations")
    void aHeaderThatCannotBeReadIsMalformed(Operation operation) {
        assertProblem(send(anybody, operation, ";;;"), 400, "malformed");
    }

    @ParameterizedTest
    @MethodSource("withContent")
    void anotherFormIsNotAcceptable(Operation operation) {
        assertProblem(send(anybody, operation, NOTHING), 406, "not-acceptable");
    }

    @ParameterizedTest
    @MethodSource("withBody")
    void aBodyOfAnotherTypeIsNotUnderstood(Operation operation) {
        Response response = anybody.request()
                .contentType(NOTHING)
                .body(new byte[] {1})
                .request(operation.method(), operation.examplePath());

        assertProblem(response, 415, "unsupported-media-type");
    }

    @ParameterizedTest
    @MethodSource("withJson")
    void halfABodyIsMalformed(Operation operation) {
        assertProblem(
                anybody.request().body("{").request(operation.method(), operation.examplePath()), 400, "malformed");
    }

    @ParameterizedTest
    @MethodSource("withJson")
    void aBodyOverTheLimitIsTooLarge(Operation operation) {
        Response response = anybody.request()
                .body("{\"x\": \"%s\"}".formatted("x".repeat(OVER_THE_LIMIT)))
                .request(operation.method(), operation.examplePath());

        assertProblem(response, 413, "too-large");
    }

    @ParameterizedTest
    @MethodSource("ofOneThing")
    void whatIsNotThereIsNotFound(Operation operation) {
        String path = operation.examplePath().replace("weight", "x-nothing");

        assertProblem(
                anybody.request().header("If-Match", "\"1\"").request(operation.method(), path), 404, "not-found");
    }

    @ParameterizedTest
    @MethodSource("ofAnId")
    void whatIsNoIdIsNotFound(Operation operation) {
        String path = operation
                .path()
                .substring(1)
                .replace("{id}", "no-id")
                .replace("{place}", "1.1.1.1")
                .replace("{entryId}", "no-id");

        assertProblem(send(anybody, operation, path, "*/*"), 404, "not-found");
    }

    @ParameterizedTest
    @MethodSource("withRequiredParts")
    void anEmptyObjectIsInvalid(Operation operation) {
        assertProblem(send(anybody, operation), 422, "invalid");
    }

    private static Response send(Api caller, Operation operation) {
        return send(caller, operation, "*/*");
    }

    private static Response send(Api caller, Operation operation, String accept) {
        return send(caller, operation, operation.examplePath(), accept);
    }

    private static Response send(Api caller, Operation operation, String path, String accept) {
        RequestSpecification request = caller.request().header("Accept", accept);
        operation.mediaType().ifPresent(type -> request.contentType(type).body("{}"));
        return request.request(operation.method(), path);
    }
}

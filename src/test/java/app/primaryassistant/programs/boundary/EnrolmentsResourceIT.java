package app.primaryassistant.programs.boundary;

import static app.primaryassistant.support.Api.assertInvalid;
import static app.primaryassistant.support.Api.assertProblem;
import static app.primaryassistant.support.Api.number;
import static org.assertj.core.api.Assertions.assertThat;

import app.primaryassistant.support.Api;
import groovy.json.JsonOutput;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Following a program: begun, changed, paused, ended. */
class EnrolmentsResourceIT {

    private static final String SQUAT = "session.exercises.find { it.lift == 'squat' }.";

    private final Api person = Api.signedUp();
    private final UUID id = UUID.randomUUID();
    private final String path = "enrolments/" + id;
    private String fives;

    /** Of the shipped beginners' program, three times a week, with starting weights for most of its lifts. */
    static String enrolment(UUID id) {
        return """
                {"id": "%s", "startOn": "2024-04-01", "daysOfWeek": [5, 1, 3], "unit": "kg", "step": 2.5, "starts": [
                  {"lift": "squat", "weight": 60}, {"lift": "bench", "weight": 50}, {"lift": "row", "weight": 40},
                  {"lift": "press", "weight": 30}]}
                """.formatted(id);
    }

    @BeforeEach
    void find() {
        fives = person.get("programs").path("items.find { it.name == 'Alternating fives' }.id");
    }

    private Response enrols() {
        Response begun = person.post("programs/" + fives + "/enrolment", enrolment(id));
        assertThat(begun.statusCode()).as(begun.asString()).isEqualTo(201);
        return begun;
    }

    @Test
    void aProgramIsBegunOnce() {
        Response begun = enrols();

        assertThat(begun.header("Location")).endsWith("/api/v1/" + path);
        assertThat(begun.<String>path("state")).isEqualTo("active");
        assertThat(begun.<List<Integer>>path("daysOfWeek")).containsExactly(1, 3, 5);
        assertThat(begun.<String>path("programName")).isEqualTo("Alternating fives");
        Response again = person.post("programs/" + fives + "/enrolment", enrolment(id));
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.asString()).isEqualTo(begun.asString());
        assertThat(person.get("enrolments/current").asString()).isEqualTo(begun.asString());
        assertThat(person.get(path).asString()).isEqualTo(begun.asString());
        assertProblem(person.post("programs/" + fives + "/enrolment", enrolment(UUID.randomUUID())), 409, "conflict");
    }

    @Test
    void eightRequestsAtOnceBeginItOnce() throws Exception {
        List<Integer> statuses = Api.atOnce(8, () -> person.post("programs/" + fives + "/enrolment", enrolment(id)));

        assertThat(statuses).containsExactly(200, 200, 200, 200, 200, 200, 200, 201);
    }

    @Test
    void whoFollowsNothingHasNoCurrentProgram() {
        assertThat(person.get("enrolments/current").statusCode()).isEqualTo(204);
    }

    @Test
    void anIdIsMadeWhereTheSenderMakesNone() {
        Response begun =
                person.post("programs/" + fives + "/enrolment", enrolment(id).replace("\"id\": \"" + id + "\",", ""));

        assertThat(begun.statusCode()).as(begun.asString()).isEqualTo(201);
        assertThat(person.get("enrolments/current").<String>path("id")).isEqualTo(begun.<String>path("id"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "startOn             | 2024-04-01             | 1899-12-31",
                "startOn             | 2024-04-01             | 9999-12-31",
                "daysOfWeek          | [5, 1, 3]              | []",
                "daysOfWeek[0]       | [5, 1, 3]              | [8, 1, 3]",
                "unit                | \"kg\"                 | \"stone\"",
                "step                | 2.5                    | 0",
                "starts[0].weight    | \"weight\": 60         | \"weight\": -1",
                "starts[1].weight    | \"weight\": 50         | \"weight\": 1001",
                "starts[1].lift      | bench                  | levitation",
                "starts[1].lift      | bench                  | squat",
            })
    void whatIsNotValidIsNamed(String field, String good, String bad) {
        assertInvalid(
                person.post("programs/" + fives + "/enrolment", enrolment(id).replace(good, bad)), field);

        assertThat(person.get("enrolments/current").statusCode()).isEqualTo(204);
    }

    @Test
    void asMuchCanBeBegunWithInPoundsAsInKilograms() {
        String pounds = enrolment(id).replace("\"kg\"", "\"lb\"").replace("\"weight\": 50", "\"weight\": 2204");

        assertInvalid(
                person.post("programs/" + fives + "/enrolment", pounds.replace("2204", "2205")), "starts[1].weight");
        assertThat(person.post("programs/" + fives + "/enrolment", pounds).statusCode())
                .isEqualTo(201);
    }

    @Test
    void aProgramThatIsNotThereCannotBeBegun() {
        assertProblem(person.post("programs/" + UUID.randomUUID() + "/enrolment", enrolment(id)), 404, "not-found");
    }

    @Test
    void whatIsPausedGoesOnAndWhatIsEndedDoesNot() {
        enrols();

        assertThat(person.post(path + "/pause").<String>path("state")).isEqualTo("paused");
        assertThat(person.post(path + "/pause").header("ETag")).isEqualTo("\"2\"");
        assertThat(person.get("enrolments/current").<String>path("state")).isEqualTo("paused");
        assertThat(person.get(path + "/next").<String>path("state")).isEqualTo("paused");
        assertThat(person.post(path + "/resumption").<String>path("state")).isEqualTo("active");
        assertThat(person.post(path + "/resumption").header("ETag")).isEqualTo("\"3\"");
        assertThat(person.post(path + "/end").<String>path("state")).isEqualTo("ended");
        assertThat(person.post(path + "/end").header("ETag")).isEqualTo("\"4\"");
        assertThat(person.post(path + "/pause").<String>path("state")).isEqualTo("ended");
        assertThat(person.post(path + "/resumption").<String>path("state")).isEqualTo("ended");
        assertThat(person.get("enrolments/current").statusCode()).isEqualTo(204);
        assertThat(person.get(path).<String>path("state")).isEqualTo("ended");
        assertThat(person.post("programs/" + fives + "/enrolment", enrolment(UUID.randomUUID()))
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void startingWeightsMayComeLate() {
        enrols();
        String change = """
                {"daysOfWeek": [2, 4, 6], "step": 1, "starts": [{"lift": "squat", "weight": 71}]}
                """;

        Response changed = person.change(path, "\"1\"", change);

        assertThat(changed.statusCode()).as(changed.asString()).isEqualTo(200);
        assertThat(changed.<List<Integer>>path("daysOfWeek")).containsExactly(2, 4, 6);
        assertThat(number(person.get(path + "/next"), SQUAT + "targets[0].weight"))
                .isEqualByComparingTo("71");
        assertProblem(person.change(path, "\"1\"", change), 412, "precondition-failed");
        assertProblem(person.put(path, change), 428, "precondition-required");
        assertInvalid(person.change(path, "\"2\"", change.replace("squat", "levitation")), "starts[0].lift");
        assertInvalid(person.change(path, "\"2\"", change.replace("\"step\": 1", "\"step\": -1")), "step");
    }

    @Test
    void whoHasBegunKeepsTheProgramAsItWas() {
        String own = "programs/" + UUID.randomUUID();
        Map<String, Object> program = person.get("programs/" + fives).path("program");
        person.create(own, JsonOutput.toJson(program));
        assertThat(person.post(own + "/enrolment", enrolment(id)).statusCode()).isEqualTo(201);

        person.change(own, "\"1\"", JsonOutput.toJson(program).replace("Alternating fives", "Something else"));
        person.delete(own);

        assertThat(person.get("enrolments/current").<String>path("programName")).isEqualTo("Alternating fives");
        assertThat(person.get(path + "/next").<String>path("session.day")).isEqualTo("A");
        assertThat(person.get(path + "/program").<String>path("program.name")).isEqualTo("Alternating fives");
        assertThat(person.get(path + "/program").<Boolean>path("shipped")).isFalse();
        assertThat(person.get(path + "/program").<String>path("lifts[0].exerciseName"))
                .isEqualTo("Barbell Full Squat");
        assertProblem(person.post(own + "/enrolment", enrolment(id)), 404, "not-found");
    }

    @Test
    void whatWasFollowedStandsInAListWithWhatWasDone() {
        enrols();
        ProgramSessions.finish(person, id, 5);
        person.put(path + "/skips/1.1.1.2", "");
        person.post(path + "/end");
        UUID second = UUID.randomUUID();
        person.post("programs/" + fives + "/enrolment", enrolment(second));

        Response list = person.get("enrolments");

        assertThat(list.<List<String>>path("items.id")).containsExactly(second.toString(), id.toString());
        assertThat(list.<List<String>>path("items.state")).containsExactly("active", "ended");
        assertThat(list.<List<Integer>>path("items.done")).containsExactly(0, 1);
        assertThat(list.<List<Integer>>path("items.skipped")).containsExactly(0, 1);
        assertThat(list.<String>path("items[1].programName")).isEqualTo("Alternating fives");
        assertThat(list.<String>path("items[0].lastOn")).isNull();
        assertThat(list.<String>path("items[1].lastOn")).isNotNull();
        assertThat(Api.signedUp().get("enrolments").<List<Object>>path("items")).isEmpty();
    }

    @Test
    void somebodyElsesEnrolmentIsNotThere() {
        Api other = Api.signedUp();
        enrols();

        assertProblem(other.get(path), 404, "not-found");
        assertProblem(other.get(path + "/next"), 404, "not-found");
        assertProblem(other.get(path + "/program"), 404, "not-found");
        assertProblem(other.put(path + "/skips/1.1.1.1", ""), 404, "not-found");
        assertProblem(other.delete(path + "/skips/1.1.1.1"), 404, "not-found");
        assertProblem(other.post(path + "/pause"), 404, "not-found");
        assertProblem(other.post(path + "/resumption"), 404, "not-found");
        assertProblem(other.post(path + "/end"), 404, "not-found");
        assertProblem(
                other.change(path, "\"1\"", "{\"daysOfWeek\": [1], \"step\": 1, \"starts\": []}"), 404, "not-found");
        assertThat(other.get("enrolments/current").statusCode()).isEqualTo(204);
        assertThat(person.get(path).<String>path("state")).isEqualTo("active");
    }

    @Test
    void asksForAnAccountAndARightToWrite() {
        enrols();
        Api reader = person.withToken("read");

        assertProblem(Api.stranger().get("enrolments/current"), 401, "unauthenticated");
        assertProblem(Api.stranger().get("enrolments"), 401, "unauthenticated");
        assertProblem(Api.stranger().get(path + "/next"), 401, "unauthenticated");
        assertProblem(Api.stranger().get(path + "/program"), 401, "unauthenticated");
        assertProblem(Api.stranger().post(path + "/end"), 401, "unauthenticated");
        assertThat(reader.get("enrolments/current").statusCode()).isEqualTo(200);
        assertThat(reader.get("enrolments").statusCode()).isEqualTo(200);
        assertThat(reader.get(path).statusCode()).isEqualTo(200);
        assertThat(reader.get(path + "/next").statusCode()).isEqualTo(200);
        assertProblem(reader.put(path + "/skips/1.1.1.1", ""), 403, "insufficient-scope");
        assertProblem(reader.delete(path + "/skips/1.1.1.1"), 403, "insufficient-scope");
        assertProblem(reader.post(path + "/pause"), 403, "insufficient-scope");
        assertProblem(reader.post(path + "/resumption"), 403, "insufficient-scope");
        assertProblem(reader.post(path + "/end"), 403, "insufficient-scope");
        assertProblem(
                reader.change(path, "\"1\"", "{\"daysOfWeek\": [1], \"step\": 1, \"starts\": []}"),
                403,
                "insufficient-scope");
    }
}

package app.primaryassistant.programs.boundary;

import static app.primaryassistant.support.Api.assertInvalid;
import static app.primaryassistant.support.Api.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import app.primaryassistant.support.Api;
import app.primaryassistant.support.Application;
import groovy.json.JsonOutput;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Programs: those that come with the program, and one's own. */
class ProgramsResourceIT {

    /** Of the library: the barbell squat and the plank. */
    static final String SQUAT = "2ab52eaf-98b8-5fb0-af89-58934ae43682";

    private static final String PLANK = "01a70d98-14ac-5363-9225-c2b6a7f3f288";

    private static final String PROGRAM = """
            {"name": "Mine", "summary": "Squats and planks", "level": "beginner", "phases": [
              {"name": "First", "until": {"gate": "reached", "lift": "squat", "kg": 100, "lb": 225, "atMost": 20}, "weeks": [
                {"days": [{"name": "A", "exercises": [
                  {"lift": "squat", "exerciseId": "%1$s", "restSeconds": 180, "warmUp": [{"percent": 50, "reps": 5}],
                   "rule": {"rule": "linear", "sets": 3, "reps": 5, "amrap": true, "increase": {"kg": 2.5, "lb": 5},
                            "maxRpe": 9, "setback": {"failures": 3, "percent": 10}}},
                  {"lift": "plank", "exerciseId": "%2$s", "rule": {"rule": "fixed", "sets": 2, "seconds": 45}}]}]},
                {"deload": {"weight": 80, "sets": 60}, "days": [{"name": "B", "exercises": [
                  {"lift": "plank", "exerciseId": "%2$s", "rule": {"rule": "fixed", "sets": 2, "seconds": 45}}]}]}]},
              {"name": "Second", "weeks": [{"days": [{"name": "C", "exercises": [
                  {"lift": "squat", "exerciseId": "%1$s",
                   "rule": {"rule": "double-progression", "sets": 3, "low": 6, "high": 10, "increase": {"kg": 2.5, "lb": 5},
                            "setback": {"failures": 3, "percent": 10}}}]}]}]}]}
            """.formatted(SQUAT, PLANK);

    private final Api person = Api.signedUp();
    private final String path = "programs/" + UUID.randomUUID();

    @Test
    void whatIsShippedIsListedAndCanBeReadInFull() {
        List<String> ids = person.get("programs").path("items.id");

        assertThat(person.get("programs").<List<String>>path("items.name"))
                .containsExactly(
                        "Alternating fives", "Full body by effort", "Upper and lower by rep ranges", "Four-week waves");
        assertThat(person.get("programs").<List<Integer>>path("items.weeks")).containsExactly(4, 4, 6, 4);
        assertThat(person.get("programs").<List<List<String>>>path("items.rules"))
                .extracting(List::getFirst)
                .containsExactly("linear", "rpe", "double-progression", "percentage");
        assertThat(ids).allSatisfy(id -> {
            Response program = person.get("programs/" + id);
            assertThat(program.statusCode()).isEqualTo(200);
            assertThat(program.<Boolean>path("shipped")).isTrue();
            assertThat(program.<List<String>>path("lifts.exerciseName"))
                    .isNotEmpty()
                    .doesNotContainNull();
            assertThat(program.<String>path("program.description")).isNotBlank();
        });
    }

    /** What is shipped passes every check that one's own has to pass, and says the same once it was written and read. */
    @Test
    void whatIsShippedCanBeCopied() {
        List<String> ids = person.get("programs").path("items.id");

        assertThat(ids).allSatisfy(id -> {
            String copy = "programs/" + UUID.randomUUID();
            Map<String, Object> document = person.get("programs/" + id).path("program");

            Response created = person.create(copy, JsonOutput.toJson(document));

            assertThat(created.statusCode()).as(created.asString()).isEqualTo(201);
            assertThat(person.get(copy).<Map<String, Object>>path("program")).isEqualTo(document);
        });
        assertThat(person.get("programs").<List<Boolean>>path("items.shipped"))
                .containsExactly(false, false, false, false, true, true, true, true);
    }

    @Test
    void theLiftsSayWhatTheyStartWith() {
        person.create(path, PROGRAM);
        String waves = person.get("programs").path("items.find { it.name == 'Four-week waves' }.id");

        assertThat(person.get(path).<List<String>>path("lifts.startsWith")).containsExactly("weight", "weight");
        assertThat(person.get("programs/" + waves).<List<String>>path("lifts.startsWith"))
                .contains("training-max", "weight");
    }

    @Test
    void onesOwnIsMadeChangedDeletedAndRestored() {
        Response created = person.create(path, PROGRAM);
        assertThat(created.statusCode()).as(created.asString()).isEqualTo(201);
        assertThat(created.header("ETag")).isEqualTo("\"1\"");
        assertThat(created.<Integer>path("daysPerWeek")).isEqualTo(1);

        Response changed = person.change(path, "\"1\"", PROGRAM.replace("Mine", "Still mine"));
        assertThat(changed.statusCode()).as(changed.asString()).isEqualTo(200);
        assertThat(person.get(path).<String>path("program.name")).isEqualTo("Still mine");
        assertThat(person.get("programs").<String>path("items[0].name")).isEqualTo("Still mine");

        assertThat(person.delete(path).statusCode()).isEqualTo(204);
        assertProblem(person.get(path), 404, "not-found");
        assertProblem(person.delete(path), 404, "not-found");
        assertProblem(person.change(path, "\"3\"", PROGRAM), 404, "not-found");
        assertProblem(person.create(path, PROGRAM), 412, "precondition-failed");
        assertThat(person.get("programs").<List<String>>path("items.name")).doesNotContain("Still mine");

        Response restored = person.post(path + "/restoration");
        assertThat(restored.statusCode()).isEqualTo(200);
        assertThat(restored.<String>path("program.name")).isEqualTo("Still mine");
        assertThat(person.post(path + "/restoration").header("ETag")).isEqualTo(restored.header("ETag"));
    }

    /** Whoever writes programs by a library of theirs sends what they leave out as null. */
    @Test
    void aNullIsAsGoodAsNothingWhereSomethingMayBeLeftOut() {
        String withNulls = PROGRAM.replace("\"sets\": 2, ", "\"sets\": 2, \"reps\": null, ")
                .replace("\"restSeconds\": 180", "\"restSeconds\": null")
                .replace("\"atMost\": 20", "\"atMost\": null");

        Response created = person.create(path, withNulls);

        assertThat(created.statusCode()).as(created.asString()).isEqualTo(201);
        assertThat(person.get(path).<Object>path("program.phases[0].weeks[0].days[0].exercises[1].rule.reps"))
                .isNull();
        assertThat(person.create("programs/" + UUID.randomUUID(), PROGRAM.replace("\"sets\": 2", "\"sets\": null"))
                        .statusCode())
                .isIn(400, 422);
        assertProblem(
                person.create("programs/" + UUID.randomUUID(), PROGRAM.replace("\"sets\": 2", "\"sets\": \"two\"")),
                400,
                "malformed");
    }

    @Test
    void aLostRaceShowsWhatStands() {
        person.create(path, PROGRAM);
        person.change(path, "\"1\"", PROGRAM.replace("Mine", "Theirs"));

        Response lost = person.change(path, "\"1\"", PROGRAM);

        assertProblem(lost, 412, "precondition-failed");
        assertThat(lost.<String>path("current.program.name")).isEqualTo("Theirs");
        assertProblem(person.create(path, PROGRAM), 412, "precondition-failed");
        assertProblem(person.put(path, PROGRAM), 428, "precondition-required");
        assertProblem(person.request().header("If-Match", "\"1\"").delete(path), 412, "precondition-failed");
        assertThat(person.request().header("If-Match", "\"2\"").delete(path).statusCode())
                .isEqualTo(204);
    }

    @Test
    void eightCreationsMakeOneProgram() throws Exception {
        assertThat(Api.atOnce(8, () -> person.create(path, PROGRAM)))
                .containsExactly(201, 412, 412, 412, 412, 412, 412, 412);
        assertThat(programs()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name                                                          | Mine              | ' '",
                "level                                                         | beginner          | champion",
                "phases[0].weeks[0].days[0].exercises[1].lift                  | \"lift\": \"plank\"  | \"lift\": \"The plank\"",
                "phases[0].weeks[0].days[0].exercises[0].restSeconds           | 180               | 4000",
                "phases[0].weeks[0].days[0].exercises[0].warmUp[0].percent     | \"percent\": 50   | \"percent\": 100",
                "phases[0].weeks[0].days[0].exercises[0].rule.sets             | 3, \"reps\"       | 21, \"reps\"",
                "phases[0].weeks[0].days[0].exercises[0].rule.maxRpe           | 9,                | 11,",
                "phases[0].weeks[0].days[0].exercises[0].rule.increase.kg      | true, \"increase\": {\"kg\": 2.5"
                        + " | true, \"increase\": {\"kg\": 0",
                "phases[0].weeks[0].days[0].exercises[0].rule.setback.failures | \"failures\": 3   | \"failures\": 0",
                "phases[0].weeks[0].days[0].exercises[1].exerciseId            | 01a70d98          | 01a70d99",
                "phases[0].weeks[1].deload.weight                              | \"weight\": 80    | \"weight\": 8",
                "phases[0].until.lift                                          | \"reached\", \"lift\": \"squat\""
                        + " | \"reached\", \"lift\": \"bench\"",
                "phases[0].until.atMost                                        | 20                | 501",
                "phases[1].weeks[0].days[0].exercises[0].rule.high             | \"high\": 10      | \"high\": 6",
            })
    void whatIsNotValidIsNamed(String field, String good, String bad) throws SQLException {
        assertThat(PROGRAM).contains(good);

        assertInvalid(person.create(path, PROGRAM.replace(good, bad)), field);

        assertThat(programs()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"rule\": \"linear\" | \"rule\": \"magic\"",
                "\"rule\": \"linear\", | ''",
                "\"amrap\": true      | \"amrap\": true, \"tempo\": 3",
                "\"gate\": \"reached\" | \"gate\": \"opened\"",
                "\"sets\": 3, \"reps\" | \"sets\": \"three\", \"reps\"",
            })
    void whatIsNoProgramIsRefused(String good, String bad) {
        assertThat(PROGRAM).contains(good);

        assertProblem(person.create(path, PROGRAM.replace(good, bad)), 400, "malformed");
    }

    @Test
    void whatIsShippedStaysAsItIs() {
        String shipped = "programs/" + person.get("programs").path("items[0].id");

        assertProblem(person.create(shipped, PROGRAM), 409, "conflict");
        assertProblem(person.change(shipped, "*", PROGRAM), 409, "conflict");
        assertProblem(person.delete(shipped), 404, "not-found");
        assertProblem(person.post(shipped + "/restoration"), 404, "not-found");
    }

    @Test
    void somebodyElsesProgramIsNotThere() {
        Api other = Api.signedUp();
        person.create(path, PROGRAM);

        assertProblem(other.get(path), 404, "not-found");
        assertProblem(other.change(path, "\"1\"", PROGRAM), 404, "not-found");
        assertProblem(other.delete(path), 404, "not-found");
        assertProblem(other.post(path + "/restoration"), 404, "not-found");
        assertProblem(
                other.post(path + "/enrolment", EnrolmentsResourceIT.enrolment(UUID.randomUUID())), 404, "not-found");
        assertThat(other.get("programs").<List<String>>path("items.name")).doesNotContain("Mine");
        assertThat(other.create(path, PROGRAM.replace("Mine", "Theirs")).statusCode())
                .isEqualTo(201);
        assertThat(person.get(path).<String>path("program.name")).isEqualTo("Mine");
    }

    @Test
    void asksForAnAccountAndARightToWrite() {
        Api reader = person.withToken("read");

        assertProblem(Api.stranger().get("programs"), 401, "unauthenticated");
        assertProblem(Api.stranger().get(path), 401, "unauthenticated");
        assertProblem(Api.stranger().create(path, PROGRAM), 401, "unauthenticated");
        assertProblem(reader.create(path, PROGRAM), 403, "insufficient-scope");
        assertProblem(reader.delete(path), 403, "insufficient-scope");
        assertProblem(reader.post(path + "/restoration"), 403, "insufficient-scope");
        assertProblem(
                reader.post(path + "/enrolment", EnrolmentsResourceIT.enrolment(UUID.randomUUID())),
                403,
                "insufficient-scope");
        assertThat(reader.get("programs").statusCode()).isEqualTo(200);
        assertThat(person.withToken("read", "write").create(path, PROGRAM).statusCode())
                .isEqualTo(201);
    }

    private long programs() throws SQLException {
        return Application.running()
                .database()
                .number("select count(*) from program where account_id = ?", person.account());
    }
}

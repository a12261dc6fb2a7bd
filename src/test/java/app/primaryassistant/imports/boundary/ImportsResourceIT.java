package app.primaryassistant.imports.boundary;

import static app.primaryassistant.imports.boundary.Files.MORE_SQUATS;
import static app.primaryassistant.imports.boundary.Files.SQUATS;
import static app.primaryassistant.imports.boundary.Files.STRONG;
import static app.primaryassistant.imports.boundary.Files.WEIGHTS;
import static app.primaryassistant.imports.boundary.Files.applied;
import static app.primaryassistant.imports.boundary.Files.ended;
import static app.primaryassistant.imports.boundary.Files.ready;
import static app.primaryassistant.imports.boundary.Files.until;
import static app.primaryassistant.imports.boundary.Files.upload;
import static app.primaryassistant.support.Api.assertInvalid;
import static app.primaryassistant.support.Api.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import app.primaryassistant.local.Database;
import app.primaryassistant.local.TestClock;
import app.primaryassistant.support.Api;
import app.primaryassistant.support.Application;
import app.primaryassistant.support.Workouts;
import groovy.json.JsonOutput;
import io.restassured.response.Response;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files brought, looked at, answered, applied and undone. */
class ImportsResourceIT {

    private static final Database DATABASE = Application.running().database();

    private final Api person = Api.signedUp();

    @Test
    void aFileShowsWhatItWouldAddAndWritesNothing() throws SQLException {
        Response brought = upload(person, WEIGHTS);

        assertThat(brought.statusCode()).as(brought.asString()).isEqualTo(201);
        assertThat(brought.header("Location")).endsWith("imports/" + brought.path("id"));
        assertThat(brought.<String>path("format")).isEqualTo("plain");
        assertThat(brought.<String>path("state")).isEqualTo("ready");
        assertThat(brought.jsonPath().getInt("rows")).isEqualTo(3);
        assertThat(brought.jsonPath().getInt("preview.measurements.added")).isEqualTo(3);
        assertThat(brought.jsonPath().getInt("preview.refused")).isEqualTo(1);
        assertThat(brought.<Object>path("preview.refusals[0].line")).hasToString("5");
        assertThat(brought.<String>path("preview.refusals[0].reason")).contains("650");
        assertThat(brought.<String>path("preview.from")).isEqualTo("2024-03-31");
        assertThat(observations()).isZero();
    }

    /** Beside what is in the file, what is here already says what is usual. */
    @Test
    void valuesFarFromTheOthersAreToldAndComeInAllTheSame() {
        for (int day = 1; day <= 5; day++) {
            String value =
                    "{\"metric\": \"weight\", \"value\": 82.%d, \"localDate\": \"2024-03-0%d\"}".formatted(day, day);
            assertThat(person.post("measurements", value).statusCode()).isEqualTo(201);
        }
        Response brought = upload(person, "date,weight (kg)\n2024-03-06,82.4\n2024-03-07,8.25\n2024-03-08,82.1\n");

        assertThat(brought.jsonPath().getInt("preview.measurements.added")).isEqualTo(3);
        assertThat(brought.jsonPath().getInt("unusual.all")).isEqualTo(1);
        assertThat(brought.jsonPath().getInt("unusual.first[0].line")).isEqualTo(3);
        assertThat(brought.<String>path("unusual.first[0].metric")).isEqualTo("Weight");
        assertThat(Api.number(brought, "unusual.first[0].value")).isEqualByComparingTo("8.25");
        assertThat(Api.number(brought, "unusual.first[0].usual")).isBetween(new BigDecimal("82"), new BigDecimal("83"));
        assertThat(applied(person, brought.path("id")).jsonPath().getInt("result.measurements"))
                .isEqualTo(3);
        assertThat(upload(person, WEIGHTS).jsonPath().getInt("unusual.all")).isZero();
    }

    @Test
    void whatIsAppliedStandsAmongTheMeasurements() {
        Response applied = applied(person, ready(person, WEIGHTS));

        assertThat(applied.jsonPath().getInt("result.measurements")).isEqualTo(3);
        Response listed = person.get("measurements?metric=weight");
        assertThat(listed.<List<String>>path("items.source")).containsExactly("file", "file");
        assertThat(listed.<String>path("items[1].note")).isEqualTo("slept\nwell");
        assertThat(Api.number(listed, "items[1].value")).isEqualByComparingTo("80.5");
    }

    @Test
    void theSameFileTwiceChangesNothing() throws SQLException {
        applied(person, ready(person, WEIGHTS));

        Response again = upload(person, WEIGHTS);
        assertThat(again.jsonPath().getInt("preview.measurements.added")).isZero();
        assertThat(again.jsonPath().getInt("preview.measurements.there")).isEqualTo(3);
        Response applied = applied(person, again.path("id"));

        assertThat(applied.jsonPath().getInt("result.measurements")).isZero();
        assertThat(observations()).isEqualTo(3);
    }

    @Test
    void twoOfTheSameFileAtOnceAddItOnce() throws SQLException {
        String one = ready(person, WEIGHTS);
        String other = ready(person, WEIGHTS);
        person.post("imports/" + one + "/application");

        applied(person, other);

        assertThat(person.get("measurements").<List<Object>>path("items")).hasSize(3);
        assertThat(observations()).isEqualTo(3);
    }

    @Test
    void whatSomebodyDeletedDoesNotComeBackWithTheSameFile() {
        applied(person, ready(person, WEIGHTS));
        String id = person.get("measurements?metric=body-fat").path("items[0].id");
        person.delete("measurements/" + id);

        Response again = applied(person, ready(person, WEIGHTS));

        assertThat(again.jsonPath().getInt("result.measurements")).isZero();
    }

    @Test
    void aWholeImportIsUndoneAndCanBeImportedAnew() throws SQLException {
        person.post("measurements", "{\"metric\": \"weight\", \"value\": 81, \"localDate\": \"2024-03-30\"}");
        String id = ready(person, WEIGHTS);
        applied(person, id);

        assertThat(person.delete("imports/" + id).statusCode()).isEqualTo(204);
        assertThat(person.delete("imports/" + id).statusCode()).isEqualTo(204);

        assertThat(person.get("imports/" + id).<String>path("state")).isEqualTo("undone");
        assertThat(person.get("measurements").<List<String>>path("items.source"))
                .containsExactly("typed");
        assertThat(applied(person, ready(person, WEIGHTS)).jsonPath().getInt("result.measurements"))
                .isEqualTo(3);
        assertProblem(person.post("imports/" + id + "/application"), 409, "conflict");
    }

    @Test
    void anImportThatIsThrownAwayLeavesNothing() throws SQLException {
        String id = ready(person, WEIGHTS);

        assertThat(person.delete("imports/" + id).statusCode()).isEqualTo(204);

        assertProblem(person.get("imports/" + id), 404, "not-found");
        assertThat(DATABASE.number("select count(*) from import_value where account_id = ?", person.account()))
                .isZero();
    }

    @Test
    void workoutsAskForTheExercisesTheyAreUnsureOf() throws SQLException {
        Response brought = upload(person, STRONG);

        assertThat(brought.<String>path("state")).isEqualTo("asked");
        assertThat(brought.<List<String>>path("exercises.name"))
                .containsExactly("Deadlift (Barbell)", "My Odd Lift", "Running Outdoors");
        assertThat(brought.<String>path("exercises[0].match")).isEqualTo("similar");
        assertThat(brought.<String>path("exercises[0].exercise.name")).isEqualTo("Barbell Deadlift");
        assertThat(brought.<String>path("exercises[1].match")).isEqualTo("open");
        String id = brought.path("id");
        assertProblem(person.post("imports/" + id + "/application"), 409, "conflict");

        Response answered = person.put("imports/" + id + "/answers", answers(brought));

        assertThat(answered.statusCode()).as(answered.asString()).isEqualTo(200);
        assertThat(answered.<String>path("state")).isEqualTo("ready");
        assertThat(answered.<String>path("exercises[1].match")).isEqualTo("own");
        assertThat(answered.<String>path("exercises[2].match")).isEqualTo("answered");
        assertThat(answered.jsonPath().getInt("preview.workouts.added")).isEqualTo(2);
        Response applied = applied(person, id);
        assertThat(applied.jsonPath().getInt("result.workouts")).isEqualTo(2);
        assertThat(applied.jsonPath().getInt("result.sets")).isEqualTo(4);
        assertThat(applied.jsonPath().getInt("result.ownExercises")).isEqualTo(1);
        assertThat(DATABASE.number("""
                        select count(*) from workout w
                        join workout_exercise e on e.account_id = w.account_id and e.workout_id = w.id
                        join workout_set s on s.account_id = e.account_id and s.workout_exercise_id = e.id
                        where w.account_id = ? and w.source = 'file' and w.deleted_at is null
                          and ((w.title = 'Push' and w.type = 'strength' and w.duration_s = 3900 and w.note = 'felt good'
                                and w.started_at = timestamp '2024-03-31 07:30:00' at time zone ?
                                and w.ended_at = w.started_at + interval '65 minutes')
                            or (w.title = 'Run' and w.type = 'cardio' and s.distance_m = 5000 and s.duration_s = 1800))
                        """, person.account(), TestClock.zone().getId()))
                .isEqualTo(4);
    }

    @Test
    void whatHelpedToLiftTheBodyIsBelowZero() {
        String theirs = STRONG.lines().limit(1).findFirst().orElseThrow() + """

                "2024-03-31 07:30:00";"Pull";"Pull Up (Assisted)";1;20;kg;8;;0;;0;"";"";1h
                "2024-03-31 07:30:00";"Pull";"Chin Up";1;10;kg;5;;0;;0;"";"";1h
                "2024-03-31 07:30:00";"Pull";"Assisted Odd Dip";1;15;kg;5;;0;;0;"";"";1h
                """;
        Response brought = upload(person, theirs);
        String id = brought.path("id");
        Response answered = person.put("imports/" + id + "/answers", """
                {"exercises": [{"name": "Pull Up (Assisted)", "exercise": "%s"}, {"name": "Chin Up", "exercise": "%s"},
                               {"name": "Assisted Odd Dip", "own": true}]}
                """.formatted(
                        Workouts.exercise("pullups"), Workouts.exercise("chin-up")));
        assertThat(answered.statusCode()).as(answered.asString()).isEqualTo(200);
        applied(person, id);

        Response workout = person.get("workouts/" + person.get("workouts").path("items[0].id"));
        assertThat(workout.<List<String>>path("exercises.tracking")).containsOnly("bodyweight-reps");
        assertThat(workout.<Object>path("exercises.sets.weight")).hasToString("[[-20], [10], [-15]]");

        assertThat(upload(person, theirs).jsonPath().getInt("preview.changes.replaceable"))
                .isZero();

        String file = person.get("exports/workouts.csv").asString();
        assertThat(file).contains(",-20,kg,-20.000,");
        assertThat(upload(person, file).jsonPath().getInt("preview.workouts.there"))
                .isEqualTo(1);
    }

    @Test
    void whatAnEarlierReleaseExportedWithMuchInReserveCanBeSavedAgain() {
        applied(person, ready(person, SQUATS));
        String file = person.get("exports/workouts.csv").asString().replaceAll(",8\\.0,,(?=[^\\n]*yes)", ",8.0,15,");
        assertThat(file).contains(",8.0,15,");
        Api other = Api.signedUp();
        applied(other, ready(other, file));

        String path = "workouts/" + other.get("workouts").path("items[0].id");
        Response imported = other.get(path);
        assertThat(imported.<List<List<Integer>>>path("exercises.sets.rir")).containsOnly(List.of(10));
        String set = JsonOutput.toJson(imported.<Object>path("exercises[0].sets[0]"));
        Response saved =
                other.change(path, imported.header("ETag"), Workouts.ended(imported.path("localDate"), """
                        {"id": "%s", "exerciseId": "%s", "sets": [%s]}
                        """.formatted(
                                imported.path("exercises[0].id"), imported.path("exercises[0].exerciseId"), set)));

        assertThat(saved.statusCode()).as(saved.asString()).isEqualTo(200);
    }

    @Test
    void answersAreRememberedForTheNextFile() {
        Response first = upload(person, STRONG);
        String id = first.path("id");
        person.put("imports/" + id + "/answers", answers(first));
        applied(person, id);

        Response again = upload(person, STRONG.replace("2024-03-31", "2024-05-31"));

        assertThat(again.<String>path("state")).as(again.asString()).isEqualTo("ready");
        assertThat(again.<List<String>>path("exercises.match")).containsExactly("similar", "same", "answered");
        assertThat(again.jsonPath().getInt("preview.workouts.added")).isEqualTo(1);
        assertThat(again.jsonPath().getInt("preview.workouts.there")).isEqualTo(1);
    }

    @Test
    void whatWasAnsweredForAFileIsNotAskedForTheNextOneFromTheSameSource() {
        String table = "date,weight\n03/04/2024,\"180,500\"\n05/04/2024,\"181,250\"\n";
        Response asked = upload(person, table);
        person.put(
                "imports/" + asked.path("id") + "/answers",
                "{\"dates\": \"month-first\", \"decimals\": \"comma\", \"units\": {\"mass\": \"lb\"}}");
        applied(person, asked.path("id"));

        Response again = upload(person, table + "07/04/2024,\"182,500\"\n");

        assertThat(again.<String>path("state")).as(again.asString()).isEqualTo("ready");
        assertThat(again.<List<String>>path("assumed")).containsExactly("dates", "decimals", "mass");
        assertThat(again.<String>path("answers.dates")).isEqualTo("month-first");
        assertThat(again.<String>path("answers.units.mass")).isEqualTo("lb");
        assertThat(again.jsonPath().getInt("preview.measurements.there")).isEqualTo(2);
        assertThat(again.jsonPath().getInt("preview.measurements.added")).isEqualTo(1);

        Response anew = person.put("imports/" + again.path("id") + "/answers", "{}");
        assertThat(anew.<List<String>>path("questions.about")).containsExactly("dates", "decimals", "mass");
        assertThat(anew.<List<String>>path("assumed")).isEmpty();
    }

    @Test
    void whatWasAnsweredForOneTableIsAskedForAnotherOneAndForOtherPeople() {
        String table = "date,weight\n03/04/2024,80.5\n05/04/2024,80.4\n";
        Response asked = upload(person, table);
        person.put(
                "imports/" + asked.path("id") + "/answers",
                "{\"dates\": \"month-first\", \"units\": {\"mass\": \"kg\"}}");
        applied(person, asked.path("id"));

        assertThat(upload(person, table.replace("weight", "Weight")).<List<String>>path("questions"))
                .isEmpty();
        assertThat(upload(person, table.replace("weight", "weight,note")).<List<String>>path("questions.about"))
                .containsExactly("dates", "mass");
        assertThat(upload(Api.signedUp(), table).<List<String>>path("questions.about"))
                .containsExactly("dates", "mass");
        person.delete("imports/" + asked.path("id"));
        person.get("imports").<List<String>>path("items.id").forEach(id -> person.delete("imports/" + id));
        assertThat(upload(person, table).<List<String>>path("questions.about"))
                .as("what was undone is forgotten")
                .containsExactly("dates", "mass");
    }

    @Test
    void anExerciseOfOnesOwnIsMadeOnce() throws SQLException {
        Response first = upload(person, STRONG);
        person.put("imports/" + first.path("id") + "/answers", answers(first));
        Response second = upload(person, STRONG);
        assertThat(second.<List<String>>path("exercises.match"))
                .as("answered, and not applied yet")
                .containsExactly("similar", "own", "answered");
        applied(person, first.path("id"));

        Response third = upload(person, STRONG.replace("2024-03-31", "2024-05-31"));
        assertThat(third.<List<String>>path("exercises.match")).containsExactly("similar", "same", "answered");
        applied(person, third.path("id"));

        assertThat(DATABASE.number("select count(*) from own_exercise where account_id = ?", person.account()))
                .isEqualTo(1);
    }

    /** What a server leaves that was killed: no lock, and the import as it stood. */
    private void isLeft(String id, String state) throws SQLException {
        DATABASE.change("update import set state = ?, step_at = server_now() where id = ?", state, UUID.fromString(id));
    }

    @Test
    void whatADeadServerHadBegunToApplyIsTakenOverAtOnce() throws SQLException {
        String one = ready(person, WEIGHTS);
        isLeft(one, "applying");
        assertThat(applied(person, one).jsonPath().getInt("result.measurements"))
                .isEqualTo(3);

        String other = ready(person, SQUATS);
        isLeft(other, "applying");
        Response seen = until(person, other, standing -> standing.path("state").equals("applied"));

        assertThat(seen.jsonPath().getInt("result.sets")).isEqualTo(2);
        assertThat(sets()).isEqualTo(2);
    }

    @Test
    void whatAnotherServerAppliesIsLeftToIt() throws SQLException {
        String id = ready(person, WEIGHTS);
        try (var connection = DATABASE.asApplication();
                var lock = connection.prepareStatement(
                        "select pg_advisory_lock(hashtextextended('work on import ' || ?, 0))")) {
            lock.setString(1, id);
            lock.execute();
            isLeft(id, "applying");

            assertProblem(person.post("imports/" + id + "/application"), 409, "conflict");
            assertThat(person.get("imports/" + id).<String>path("state")).isEqualTo("applying");
            assertThat(observations()).isZero();
        }
        until(person, id, standing -> standing.path("state").equals("applied"));
        assertThat(observations()).isEqualTo(3);
    }

    @Test
    void whatADeadServerWasReadingIsReadAnew() throws SQLException {
        String id = ready(person, WEIGHTS);
        DATABASE.change(
                "update import set state = 'analysing', findings = ? where id = ?",
                "{\"rows\": 0, \"questions\": [], \"names\": []}",
                UUID.fromString(id));
        DATABASE.change("delete from import_value where import_id = ?", UUID.fromString(id));

        Response read = Files.read(person, id);

        assertThat(read.<String>path("state")).as(read.asString()).isEqualTo("ready");
        assertThat(read.jsonPath().getInt("preview.measurements.added")).isEqualTo(3);
        assertThat(applied(person, id).jsonPath().getInt("result.measurements")).isEqualTo(3);
    }

    @Test
    void whatProvesUnreadableLaterSaysWhyAndCanBeThrownAway() throws SQLException {
        String id = ready(person, WEIGHTS);
        applied(person, id);
        isLeft(id, "analysing");

        Response read = Files.read(person, id);

        assertThat(read.<String>path("state")).as(read.asString()).isEqualTo("refused");
        assertThat(read.<String>path("error"))
                .isEqualTo("The file is no longer on the server. Please upload it again.");
        assertProblem(person.put("imports/" + id + "/answers", "{}"), 409, "conflict");
        assertProblem(person.post("imports/" + id + "/application"), 409, "conflict");
        DATABASE.change("update observation set import_id = null where account_id = ?", person.account());
        assertThat(person.delete("imports/" + id).statusCode()).isEqualTo(204);
        assertProblem(person.get("imports/" + id), 404, "not-found");
    }

    @Test
    void aLargeFileIsReadBesideTheRequestShowsItsProgressAndIsCalledOff() throws SQLException {
        Response brought = Files.post(person, Files.manySets(180_000));

        assertThat(brought.statusCode()).as(brought.asString()).isEqualTo(202);
        assertThat(brought.<String>path("state")).isEqualTo("analysing");
        assertThat(brought.jsonPath().getInt("progress.total")).isEqualTo(180_001);
        String id = brought.path("id");
        Response going = until(person, id, standing -> standing.jsonPath().getInt("progress.done") > 0);
        assertThat(going.jsonPath().getInt("progress.done")).isLessThan(180_001);
        assertProblem(person.post("imports/" + id + "/application"), 409, "conflict");
        assertProblem(person.put("imports/" + id + "/answers", "{}"), 409, "conflict");
        ready(Api.signedUp(), WEIGHTS);

        assertThat(person.delete("imports/" + id).statusCode()).isEqualTo(204);

        assertProblem(person.get("imports/" + id), 404, "not-found");
        assertThat(person.get("imports").<List<Object>>path("items")).isEmpty();
        Awaitility.await()
                .atMost(Duration.ofMinutes(3))
                .until(() ->
                        DATABASE.number("select count(*) from import where account_id = ?", person.account()) == 0);
        assertThat(DATABASE.number("select count(*) from import_set where account_id = ?", person.account()))
                .isZero();
    }

    @Test
    void undoingTakesTheWorkoutsAndTheExercisesMadeForThem() throws SQLException {
        Response brought = upload(person, STRONG);
        String id = brought.path("id");
        person.put("imports/" + id + "/answers", answers(brought));
        applied(person, id);

        person.delete("imports/" + id);

        assertThat(DATABASE.number(
                        "select count(*) from workout where account_id = ? and deleted_at is null", person.account()))
                .isZero();
        assertThat(DATABASE.number(
                        "select count(*) from own_exercise where account_id = ? and deleted_at is null",
                        person.account()))
                .isZero();
    }

    @Test
    void whatCanBeReadInTwoWaysIsAskedAndNeverGuessed() {
        Response brought = upload(person, "date,weight\n03/04/2024,\"180,500\"\n05/04/2024,\"181,250\"\n");

        assertThat(brought.<String>path("state")).isEqualTo("asked");
        assertThat(brought.<List<String>>path("questions.about")).containsExactly("dates", "decimals", "mass");
        assertThat(brought.<Object>path("preview")).isNull();
        String id = brought.path("id");

        Response partly = person.put("imports/" + id + "/answers", "{\"dates\": \"month-first\"}");
        assertThat(partly.<List<String>>path("questions.about")).containsExactly("decimals", "mass");
        Response answered = person.put(
                "imports/" + id + "/answers",
                "{\"dates\": \"month-first\", \"decimals\": \"comma\", \"units\": {\"mass\": \"lb\"}}");
        assertThat(answered.<String>path("state")).as(answered.asString()).isEqualTo("ready");
        assertThat(answered.<String>path("preview.from")).isEqualTo("2024-03-04");
        Response other = person.put(
                "imports/" + id + "/answers",
                "{\"dates\": \"day-first\", \"decimals\": \"comma\", \"units\": {\"mass\": \"kg\"}}");
        assertThat(other.<String>path("preview.from")).isEqualTo("2024-04-03");

        applied(person, id);

        Response listed = person.get("measurements");
        assertThat(Api.number(listed, "items[0].entered.value")).isEqualByComparingTo("181.25");
        assertThat(listed.<String>path("items[0].entered.unit")).isEqualTo("kg");
        assertProblem(person.put("imports/" + id + "/answers", "{\"dates\": \"month-first\"}"), 409, "conflict");
    }

    @Test
    void whatCannotBeWrittenChangesNothingAndCanBeTriedAgain() throws SQLException {
        String grip = "{\"name\": \"Grip\", \"unit\": \"kg\"}";
        person.post("metrics", grip);
        String id = ready(person, "date,weight (kg),Grip\n2024-03-31,80,50\n");
        person.delete("metrics/x-grip");

        Response failed = ended(person, id);

        assertThat(failed.<String>path("state")).isEqualTo("ready");
        assertThat(failed.<String>path("error")).contains("nothing was changed");
        assertThat(observations()).isZero();
        person.post("metrics", grip);
        assertThat(applied(person, id).jsonPath().getInt("result.measurements")).isEqualTo(2);
    }

    @Test
    void theCharactersOfTheFileAreSeen() {
        byte[] bytes = "date;weight (kg);note\n2024-03-31;80,5;müde\n".getBytes(StandardCharsets.ISO_8859_1);

        applied(person, upload(person, bytes).path("id"));

        assertThat(person.get("measurements").<String>path("items[0].note")).isEqualTo("müde");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PK\u0003\u0004",
                "one,two\n1,2\n",
                "date,weight\n2024-03-31,9000 kg\n",
            })
    void whatCannotBeImportedIsRefusedInWords(String text) throws SQLException {
        Response refused = upload(person, text.getBytes(StandardCharsets.ISO_8859_1));

        assertProblem(refused, 422, "invalid");
        assertThat(refused.<String>path("violations[0].message")).isNotBlank();
        assertThat(DATABASE.number("select count(*) from import where account_id = ?", person.account()))
                .isZero();
    }

    @Test
    void aFileThatIsTooLargeIsRefused() {
        byte[] large = ("date,weight\n" + "2024-03-31,80 kg\n".repeat(700_000)).getBytes(StandardCharsets.UTF_8);

        assertProblem(upload(person, large), 413, "too-large");
        assertProblem(person.post("measurements", "{\"note\": \"" + "x".repeat(300_000) + "\"}"), 413, "too-large");
    }

    @Test
    void elevenFilesDoNotWaitAtOnce() {
        for (int i = 0; i < 10; i++) {
            ready(person, WEIGHTS);
        }

        assertProblem(upload(person, WEIGHTS), 409, "conflict");
        assertThat(person.get("imports").<List<Object>>path("items")).hasSize(10);
    }

    @Test
    void theListSaysInShortWhatAnImportSaysAtLength() {
        String id = upload(person, STRONG).path("id");

        assertThat(person.get("imports/" + id).<List<Object>>path("exercises")).hasSize(3);
        assertThat(person.get("imports").<List<Object>>path("items[0].exercises"))
                .isEmpty();
        assertThat(person.get("imports").jsonPath().getInt("items[0].preview.workouts.added"))
                .isEqualTo(2);
    }

    @Test
    void whatAnEarlierReleaseHasStoredIsStillShown() throws SQLException {
        String id = ready(person, SQUATS);
        applied(person, id);
        DATABASE.change("""
                update import set answers = answers - 'changed', result = result - 'replaced', findings = findings #- '{preview,changes}'
                where account_id = ?
                """, person.account());

        assertThat(person.get("imports/" + id).jsonPath().getInt("result.replaced"))
                .isZero();
        assertThat(person.get("imports").jsonPath().getInt("items[0].result.workouts"))
                .isEqualTo(2);
    }

    @Test
    void theNameOfTheFileIsKept() {
        Response brought = person.request()
                .contentType("text/csv")
                .queryParam("name", "körper.csv")
                .body(WEIGHTS)
                .post("imports");

        assertThat(brought.<String>path("fileName")).as(brought.asString()).isEqualTo("körper.csv");
        assertThat(person.get("imports").<String>path("items[0].fileName")).isEqualTo("körper.csv");
        assertInvalid(
                person.request()
                        .contentType("text/csv")
                        .queryParam("name", "x".repeat(201))
                        .body(WEIGHTS)
                        .post("imports"),
                "name");
    }

    @Test
    void whatALaterFileTellsOtherwiseIsSaidAndStaysUnlessSomebodySaysSo() throws SQLException {
        applied(person, ready(person, SQUATS));

        Response later = upload(person, MORE_SQUATS);

        assertThat(later.jsonPath().getInt("preview.workouts.added"))
                .as(later.asString())
                .isEqualTo(1);
        assertThat(later.jsonPath().getInt("preview.workouts.there")).isEqualTo(1);
        assertThat(later.jsonPath().getInt("preview.changes.replaceable")).isEqualTo(1);
        assertThat(later.jsonPath().getInt("preview.changes.edited")).isZero();
        assertThat(later.<String>path("preview.changes.first[0].localDate")).isEqualTo("2024-03-31");
        assertThat(later.jsonPath().getInt("preview.changes.first[0].here")).isEqualTo(1);
        assertThat(later.jsonPath().getInt("preview.changes.first[0].inFile")).isEqualTo(2);
        Response applied = applied(person, later.path("id"));
        assertThat(applied.jsonPath().getInt("result.workouts")).isEqualTo(1);
        assertThat(applied.jsonPath().getInt("result.replaced")).isZero();
        assertThat(sets()).isEqualTo(3);
    }

    @Test
    void whatALaterFileTellsOtherwiseReplacesWhatTheEarlierOneBroughtUntilItIsUndone() throws SQLException {
        String first = ready(person, SQUATS);
        applied(person, first);
        String second = ready(person, MORE_SQUATS);
        Response answered = person.put("imports/" + second + "/answers", "{\"changed\": \"replace\"}");
        assertThat(answered.<String>path("answers.changed"))
                .as(answered.asString())
                .isEqualTo("replace");

        Response applied = applied(person, second);

        assertThat(applied.jsonPath().getInt("result.workouts")).isEqualTo(2);
        assertThat(applied.jsonPath().getInt("result.replaced")).isEqualTo(1);
        assertThat(sets()).isEqualTo(4);
        Response again = upload(person, MORE_SQUATS);
        assertThat(again.jsonPath().getInt("preview.workouts.there"))
                .as(again.asString())
                .isEqualTo(3);
        assertThat(again.jsonPath().getInt("preview.changes.replaceable")).isZero();

        String third = ready(person, MORE_SQUATS.replace(",105.5,", ",110,"));
        person.put("imports/" + third + "/answers", "{\"changed\": \"replace\"}");
        assertThat(applied(person, third).jsonPath().getInt("result.replaced")).isEqualTo(1);
        // The edition between them goes, and the last one gives way to the first.
        person.delete("imports/" + second);
        assertThat(sets()).isEqualTo(3);
        person.delete("imports/" + third);
        assertThat(sets()).isEqualTo(2);
        assertThat(upload(person, SQUATS).jsonPath().getInt("preview.workouts.there"))
                .isEqualTo(2);
        person.delete("imports/" + first);
        assertThat(sets()).isZero();
    }

    @Test
    void whatSomebodyChangedHereIsNeverReplaced() throws SQLException {
        applied(person, ready(person, SQUATS));
        DATABASE.change("update workout set version = 2 where account_id = ?", person.account());
        String id = ready(person, MORE_SQUATS);
        Response answered = person.put("imports/" + id + "/answers", "{\"changed\": \"replace\"}");
        assertThat(answered.jsonPath().getInt("preview.changes.edited")).isEqualTo(1);
        assertThat(answered.<Boolean>path("preview.changes.first[0].edited")).isTrue();

        assertThat(applied(person, id).jsonPath().getInt("result.replaced")).isZero();
        assertThat(sets()).isEqualTo(3);
        assertInvalid(
                person.put("imports/" + ready(person, SQUATS) + "/answers", "{\"changed\": \"drop\"}"), "changed");
    }

    private long sets() throws SQLException {
        return DATABASE.number("""
                select count(*) from workout w
                join workout_exercise e on e.account_id = w.account_id and e.workout_id = w.id
                join workout_set s on s.account_id = e.account_id and s.workout_exercise_id = e.id
                where w.account_id = ? and w.deleted_at is null
                """, person.account());
    }

    /** Two sessions whose rows take turns, so that each row begins an exercise anew. */
    @Test
    void moreExercisesThanAWorkoutHoldsAreRefusedInWordsAndNeverLost() throws SQLException {
        var text = new StringBuilder(
                "Date,Workout Name,Duration,Exercise Name,Set Order,Weight (kg),Reps,Distance,Seconds,RPE\n");
        for (int i = 0; i < 130; i++) {
            text.append("2024-03-31 %s:30:00,Day,1h,%s,1,50,8,0,0,8\n"
                    .formatted(i % 2 == 0 ? "07" : "18", i % 4 < 2 ? "Barbell Squat" : "Barbell Deadlift"));
        }

        Response brought = upload(person, text.toString());

        assertThat(brought.jsonPath().getInt("preview.workouts.added"))
                .as(brought.asString())
                .isEqualTo(2);
        assertThat(brought.jsonPath().getInt("preview.sets")).isEqualTo(120);
        assertThat(brought.jsonPath().getInt("preview.refused")).isEqualTo(10);
        assertThat(brought.<List<Integer>>path("preview.refusals.line"))
                .startsWith(122, 123)
                .hasSize(10);
        assertThat(brought.<String>path("preview.refusals[0].reason")).contains("more than 60 exercises");
        assertThat(applied(person, brought.path("id")).jsonPath().getInt("result.sets"))
                .isEqualTo(120);
        assertThat(DATABASE.number("select count(*) from workout_exercise where account_id = ?", person.account()))
                .isEqualTo(120);
    }

    @Test
    void answersThatMeanNothingAreRefused() {
        Response brought = upload(person, STRONG);
        String answers = "imports/" + brought.path("id") + "/answers";

        assertInvalid(person.put(answers, "{\"dates\": \"year-first\"}"), "dates");
        assertInvalid(person.put(answers, "{\"decimals\": \"dot\"}"), "decimals");
        assertInvalid(person.put(answers, "{\"exercises\": [{\"name\": \"My Odd Lift\"}]}"), "exercises[0].exercise");
        assertInvalid(
                person.put(
                        answers,
                        "{\"exercises\": [{\"name\": \"My Odd Lift\", \"exercise\": \"%s\"}]}"
                                .formatted(UUID.randomUUID())),
                "exercises");
        assertProblem(person.put(answers, "{\"exercises\": 1}"), 400, "malformed");
        assertProblem(person.put(answers, "{\"names\": []}"), 400, "malformed");
    }

    @Test
    void onlyItsOwnerReachesAnImport() {
        String id = ready(person, WEIGHTS);
        Api other = Api.signedUp();

        assertProblem(other.get("imports/" + id), 404, "not-found");
        assertProblem(other.put("imports/" + id + "/answers", "{}"), 404, "not-found");
        assertProblem(other.post("imports/" + id + "/application"), 404, "not-found");
        assertProblem(other.delete("imports/" + id), 404, "not-found");
        assertThat(other.get("imports").<List<Object>>path("items")).isEmpty();
        assertThat(person.get("imports/" + id).<String>path("state")).isEqualTo("ready");
    }

    @Test
    void aStrangerAndAReaderMayBringNothing() {
        Api stranger = Api.stranger();
        assertProblem(upload(stranger, WEIGHTS), 401, "unauthenticated");
        assertProblem(stranger.get("imports"), 401, "unauthenticated");
        assertProblem(stranger.post("imports/" + UUID.randomUUID() + "/application"), 401, "unauthenticated");
        String id = ready(person, WEIGHTS);
        Api reader = person.withToken("read");

        assertThat(reader.get("imports/" + id).statusCode()).isEqualTo(200);
        assertProblem(upload(reader, WEIGHTS), 403, "insufficient-scope");
        assertProblem(reader.put("imports/" + id + "/answers", "{}"), 403, "insufficient-scope");
        assertProblem(reader.post("imports/" + id + "/application"), 403, "insufficient-scope");
        assertProblem(reader.delete("imports/" + id), 403, "insufficient-scope");
        assertProblem(
                upload(
                        person.with(Map.of("Cookie", person.header("Cookie"), "Origin", "https://elsewhere.example")),
                        WEIGHTS),
                403,
                "foreign-origin");
        assertProblem(
                person.request()
                        .contentType("application/pdf")
                        .body(new byte[] {1})
                        .post("imports"),
                415,
                "unsupported-media-type");
    }

    /** PostgreSQL knows nothing of what is staged until it has analyzed the tables, which may be later than the import. */
    @Test
    void fiftyThousandSetsGoInAtOneGoShowTheirProgressAndNeedLittleMemory() throws SQLException {
        analyzeByItself(false);
        var text = new StringBuilder(
                "Date,Workout Name,Duration,Exercise Name,Set Order,Weight (kg),Reps,Distance,Seconds,RPE\n");
        for (int i = 0; i < 50_000; i++) {
            text.append("%s 07:30:00,Day %d,1h,%s,%d,%d.5,8,0,0,8\n"
                    .formatted(
                            LocalDate.of(2010, 1, 1).plusDays(i / 20),
                            i / 20 % 7,
                            List.of("Barbell Squat", "Barbell Deadlift", "Barbell Curl", "Pullups", "Plank")
                                    .get(i / 4 % 5),
                            i % 4 + 1,
                            40 + i % 100));
        }
        applied(person, ready(person, SQUATS));
        long before = Application.running().liveHeap();
        CompletableFuture<String> bringing = CompletableFuture.supplyAsync(() -> ready(person, text.toString()));
        long most = before;
        while (!bringing.isDone()) {
            most = Math.max(most, Application.running().liveHeap());
        }
        String id = bringing.join();
        assertThat(person.post("imports/" + id + "/application").statusCode()).isEqualTo(202);
        boolean wasSeen = false;
        Response standing = person.get("imports/" + id);
        while (standing.path("state").equals("applying")) {
            int done = standing.jsonPath().getInt("progress.done");
            wasSeen |= done > 0 && done < standing.jsonPath().getInt("progress.total");
            most = Math.max(most, Application.running().liveHeap());
            standing = person.get("imports/" + id);
        }

        assertThat(standing.<String>path("state")).as(standing.asString()).isEqualTo("applied");
        assertThat(standing.jsonPath().getInt("result.sets")).isEqualTo(50_000);
        assertThat(standing.jsonPath().getInt("result.workouts")).isEqualTo(2_500);
        assertThat(wasSeen).as("its progress was seen").isTrue();
        assertThat(most - before)
                .as("bytes that it needed beside what was there")
                .isLessThan(64L << 20);
        assertThat(DATABASE.number("select count(*) from import_set where account_id = ?", person.account()))
                .isZero();
        analyzeByItself(true);
    }

    private static void analyzeByItself(boolean wanted) throws SQLException {
        for (String table : List.of("import_set", "workout", "workout_exercise", "workout_set")) {
            DATABASE.change("alter table " + table + " set (autovacuum_enabled = " + wanted + ")");
        }
    }

    /** "My Odd Lift" becomes an exercise of one's own, and running is the first candidate or anything else of the library. */
    private static String answers(Response brought) {
        return """
                {"exercises": [{"name": "My Odd Lift", "own": true}, {"name": "Running Outdoors", "exercise": "%s"}]}
                """.formatted(brought.<String>path("exercises[0].exercise.id"));
    }

    private long observations() throws SQLException {
        return DATABASE.number(
                "select count(*) from observation where account_id = ? and deleted_at is null", person.account());
    }
}

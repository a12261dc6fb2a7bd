package app.primaryassistant.exercises.boundary;

import static app.primaryassistant.support.Api.assertInvalid;
import static app.primaryassistant.support.Api.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import app.primaryassistant.support.Api;
import app.primaryassistant.support.Workouts;
import com.github.f4b6a3.uuid.UuidCreator;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The library, one's own exercises, favourites, and the search among them. */
class ExercisesResourceIT {

    private static final String SANDBAG = """
            {"name": "Sandbag over shoulder", "category": "strongman", "equipment": "other", "level": "intermediate",
             "mechanic": "compound", "force": "pull", "primaryMuscles": ["glutes"], "secondaryMuscles": ["lower back"],
             "instructions": ["Lift it.", "Throw it."], "tracking": "weight-reps"}
            """;

    private final Api person = Api.signedUp();

    @ParameterizedTest
    @CsvSource({
        "squat, Squat",
        "sqaut, Squat",
        "benc pres, Bench Press",
        "BENCH PRESS, Bench Press",
        "dumbell chest, Dumbbell",
        "pull up, Pull",
        "deadlfit, Deadlift",
        "barbel curl, Curl",
        "overhaed press, Press",
    })
    void theSearchForgivesTypingErrorsAndUnfinishedWords(String typed, String found) {
        Response page = person.get("exercises?limit=5&q={q}", typed);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.<List<String>>path("items.name"))
                .isNotEmpty()
                .first()
                .asString()
                .contains(found);
    }

    @Test
    void whatWasDoneBeforeComesFirst() {
        UUID bench = Workouts.exercise("barbell-bench-press-medium-grip");
        assertThat(person.get("exercises?limit=1&q=bench press").<String>path("items[0].id"))
                .isNotEqualTo(bench.toString());

        person.post("workouts", Workouts.ended("2024-03-31", Workouts.exercise(bench, Workouts.set(5, 60))));

        Response page = person.get("exercises?limit=1&q=bench press");
        assertThat(page.<String>path("items[0].id")).isEqualTo(bench.toString());
        assertThat(page.<String>path("items[0].lastUsed")).isEqualTo("2024-03-31");
    }

    @Test
    void whatIsLikeNothingFindsNothing() {
        assertThat(person.get("exercises?q=xyzzy").<List<Object>>path("items")).isEmpty();
        assertThat(person.get("exercises?q={q}", "%_'\"\\ --").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&q=press", "&muscle=chest", "&equipment=barbell&level=beginner"})
    void pagesFollowOneAnotherWithoutAGapOrARepetition(String query) {
        String path = "exercises?limit=%d" + query;
        List<String> ids = new ArrayList<>();
        Response page = person.get(path.formatted(40));
        ids.addAll(page.path("items.id"));
        while (page.path("next") != null) {
            page = person.get(path.formatted(40) + "&cursor=" + page.<String>path("next"));
            ids.addAll(page.path("items.id"));
        }

        assertThat(ids).doesNotHaveDuplicates().hasSizeGreaterThan(40);
        assertThat(ids.subList(0, Math.min(150, ids.size())))
                .isEqualTo(person.get(path.formatted(150)).path("items.id"));
    }

    @Test
    void filtersNarrowTheList() {
        Response page =
                person.get("exercises?muscle=chest&equipment=barbell&category=strength&level=beginner&limit=200");

        assertThat(page.<List<Object>>path("items")).isNotEmpty();
        assertThat(page.<List<String>>path("items.equipment")).containsOnly("barbell");
        assertThat(page.<List<String>>path("items.category")).containsOnly("strength");
        assertThat(page.<List<String>>path("items.level")).containsOnly("beginner");
        assertInvalidQuery(person.get("exercises?muscle=wings"), "muscle");
        assertProblem(person.get("exercises?favourite=perhaps"), 400, "malformed");
        assertProblem(person.get("exercises?cursor=abc"), 400, "malformed");
        assertInvalidQuery(person.get("exercises?q=" + "a".repeat(101)), "q");
    }

    private static void assertInvalidQuery(Response response, String field) {
        assertThat(response.statusCode()).isIn(400, 422);
        assertThat(response.jsonPath().getList("violations.field", String.class))
                .contains(field);
    }

    @Test
    void theLibraryIsOfEightHundredAndSeventyThreeExercises() {
        Response terms = person.get("exercises/definitions");

        assertThat(terms.jsonPath().getList("categories.exercises", Integer.class).stream()
                        .mapToInt(Integer::intValue)
                        .sum())
                .isEqualTo(873);
        assertThat(terms.<List<String>>path("muscles.term")).hasSize(17).contains("chest", "lats");
        assertThat(terms.<List<String>>path("equipment.term")).contains("barbell", "body only");
    }

    @Test
    void anExerciseOfTheLibraryShowsItsInstructionsAndStaysAsItIs() {
        String path = "exercises/" + Workouts.exercise("barbell-squat");

        Response read = person.get(path);

        assertThat(read.<List<String>>path("primaryMuscles")).containsExactly("quadriceps");
        assertThat(read.<List<String>>path("instructions")).isNotEmpty();
        assertThat(read.<Boolean>path("own")).isFalse();
        assertProblem(person.change(path, "\"0\"", SANDBAG), 409, "conflict");
        assertProblem(person.delete(path), 409, "conflict");
    }

    @Test
    void anOwnExerciseIsFoundAmongTheOthers() {
        Response added = person.post("exercises", SANDBAG);

        assertThat(added.statusCode()).isEqualTo(201);
        assertThat(added.header("ETag")).isEqualTo("\"1\"");
        Response read = person.get("exercises/" + added.path("id"));
        assertThat(read.asString()).isEqualTo(added.asString());
        assertThat(read.<List<String>>path("instructions")).containsExactly("Lift it.", "Throw it.");
        assertThat(person.get("exercises?q=sandbg shoulder").<String>path("items[0].id"))
                .isEqualTo(added.path("id"));
        assertThat(person.get("exercises?mine=true").<List<String>>path("items.name"))
                .containsExactly("Sandbag over shoulder");
        assertThat(person.get("exercises?mine=false&q=sandbag over shoulder").<List<String>>path("items.name"))
                .doesNotContain("Sandbag over shoulder");
    }

    @Test
    void aRepeatedCreationCreatesNothingTwice() {
        String path = "exercises/" + UUID.randomUUID();

        assertThat(person.create(path, SANDBAG).statusCode()).isEqualTo(201);
        Response second = person.create(path, SANDBAG);

        assertProblem(second, 412, "precondition-failed");
        assertThat(second.<String>path("current.name")).isEqualTo("Sandbag over shoulder");
        assertProblem(person.create("exercises/" + UuidCreator.getNameBasedSha1("mine"), SANDBAG), 409, "conflict");
    }

    @Test
    void aChangeNamesTheVersionItMeans() {
        String path = "exercises/" + person.post("exercises", SANDBAG).path("id");

        Response changed = person.change(path, "\"1\"", SANDBAG.replace("Sandbag", "Keg"));
        Response late = person.change(path, "\"1\"", SANDBAG);

        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(changed.header("ETag")).isEqualTo("\"2\"");
        assertProblem(late, 412, "precondition-failed");
        assertThat(late.<String>path("current.name")).isEqualTo("Keg over shoulder");
        assertProblem(person.put(path, SANDBAG), 428, "precondition-required");
    }

    @Test
    void eightChangesOfOneVersionMakeOne() throws Exception {
        String path = "exercises/" + person.post("exercises", SANDBAG).path("id");

        assertThat(Api.atOnce(8, () -> person.change(path, "\"1\"", SANDBAG)))
                .containsExactly(200, 412, 412, 412, 412, 412, 412, 412);
    }

    @Test
    void aDeletionCanBeUndoneAndLeavesWorkoutsAsTheyAre() {
        String id = person.post("exercises", SANDBAG).path("id");
        String workout = person.post(
                        "workouts",
                        Workouts.ended("2024-03-31", Workouts.exercise(UUID.fromString(id), Workouts.set(5, 60))))
                .path("id");

        assertThat(person.delete("exercises/" + id).statusCode()).isEqualTo(204);

        assertProblem(person.get("exercises/" + id), 404, "not-found");
        assertProblem(person.delete("exercises/" + id), 404, "not-found");
        assertThat(person.get("exercises?mine=true").<List<Object>>path("items"))
                .isEmpty();
        assertThat(person.get("workouts/" + workout).<String>path("exercises[0].name"))
                .isEqualTo("Sandbag over shoulder");
        assertThat(person.post("exercises/" + id + "/restoration").statusCode()).isEqualTo(200);
        assertThat(person.get("exercises/" + id).statusCode()).isEqualTo(200);
    }

    @Test
    void favouritesAreKeptWhetherOrNotItIsSaidTwice() {
        UUID squat = Workouts.exercise("barbell-squat");
        String own = person.post("exercises", SANDBAG).path("id");

        for (String id : List.of(squat.toString(), own, own)) {
            assertThat(person.request().put("exercises/" + id + "/favourite").statusCode())
                    .isEqualTo(204);
        }

        assertThat(person.get("exercises?favourite=true").<List<String>>path("items.id"))
                .containsExactlyInAnyOrder(squat.toString(), own);
        assertThat(person.get("exercises/" + squat).<Boolean>path("favourite")).isTrue();
        assertThat(person.delete("exercises/" + squat + "/favourite").statusCode())
                .isEqualTo(204);
        assertThat(person.delete("exercises/" + squat + "/favourite").statusCode())
                .isEqualTo(204);
        assertThat(person.get("exercises?favourite=true").<List<String>>path("items.id"))
                .containsExactly(own);
        assertProblem(person.request().put("exercises/" + UUID.randomUUID() + "/favourite"), 404, "not-found");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name                | Sandbag over shoulder | ' '",
                "category            | strongman             | parkour",
                "equipment           | other                 | spaceship",
                "level               | intermediate          | godlike",
                "mechanic            | compound              | complicated",
                "force               | pull                  | wrench",
                "tracking            | weight-reps           | feelings",
                "primaryMuscles[0]   | glutes                | gills",
                "secondaryMuscles[0] | lower back            | wings",
                "instructions[1]     | Throw it.             | \\u0000",
            })
    void aFieldThatIsNotValidIsNamed(String field, String good, String bad) {
        Response refused = person.post("exercises", SANDBAG.replace(good, bad));

        assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(422);
        assertThat(refused.jsonPath().getList("violations.field", String.class))
                .anySatisfy(named -> assertThat(named).startsWith(field.replaceFirst("\\[.*", "")));
    }

    @Test
    void somebodyElsesExerciseIsNotThere() {
        String id = person.post("exercises", SANDBAG).path("id");
        Api other = Api.signedUp();

        assertProblem(other.get("exercises/" + id), 404, "not-found");
        assertProblem(other.change("exercises/" + id, "\"1\"", SANDBAG), 404, "not-found");
        assertProblem(other.delete("exercises/" + id), 404, "not-found");
        assertProblem(other.post("exercises/" + id + "/restoration"), 404, "not-found");
        assertProblem(other.request().put("exercises/" + id + "/favourite"), 404, "not-found");
        assertProblem(other.get("exercises/" + id + "/history"), 404, "not-found");
        assertThat(other.get("exercises?q=sandbag over shoulder").<List<String>>path("items.id"))
                .doesNotContain(id);
        assertInvalid(
                other.post(
                        "workouts",
                        Workouts.ended("2024-03-31", Workouts.exercise(UUID.fromString(id), Workouts.set(5, 60)))),
                "exercises[0].exerciseId");
        assertThat(other.create("exercises/" + id, SANDBAG).statusCode())
                .as("ids are everybody's own")
                .isEqualTo(201);
    }

    @Test
    void asksForAnAccountAndARightToWrite() {
        String squat = "exercises/" + Workouts.exercise("barbell-squat");
        Api reader = person.withToken("read");

        for (String path : List.of("exercises", "exercises/definitions", squat)) {
            assertProblem(Api.stranger().get(path), 401, "unauthenticated");
            assertThat(reader.get(path).statusCode()).isEqualTo(200);
        }
        assertProblem(reader.post("exercises", SANDBAG), 403, "insufficient-scope");
        assertProblem(reader.create("exercises/" + UUID.randomUUID(), SANDBAG), 403, "insufficient-scope");
        assertProblem(reader.delete(squat), 403, "insufficient-scope");
        assertProblem(reader.post(squat + "/restoration"), 403, "insufficient-scope");
        assertProblem(reader.request().put(squat + "/favourite"), 403, "insufficient-scope");
        assertProblem(reader.delete(squat + "/favourite"), 403, "insufficient-scope");
    }
}

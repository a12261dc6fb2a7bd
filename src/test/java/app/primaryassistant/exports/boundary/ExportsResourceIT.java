package app.primaryassistant.exports.boundary;

import static app.primaryassistant.imports.boundary.Files.applied;
import static app.primaryassistant.imports.boundary.Files.ready;
import static app.primaryassistant.imports.boundary.Files.upload;
import static app.primaryassistant.support.Api.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import app.primaryassistant.imports.boundary.Files;
import app.primaryassistant.support.Api;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One's history as files, and back. */
class ExportsResourceIT {

    private final Api person = Api.signedUp();

    @Test
    void measurementsComeBackUnchanged() {
        person.post("metrics", "{\"name\": \"Grip\", \"unit\": \"kg\"}");
        person.post("measurements", """
                {"metric": "weight", "value": 185.50, "unit": "lb", "localDate": "2024-03-31", "zone": "Asia/Tokyo",
                 "note": "=HYPERLINK(\\"x\\")\\nsecond line"}
                """);
        person.post(
                "measurements",
                "{\"metric\": \"x-grip\", \"value\": -60, \"localDate\": \"2024-03-30\", \"note\": \" ;\\n=1+1  \"}");
        person.post(
                "measurements",
                "{\"metric\": \"x-grip\", \"value\": -50, \"localDate\": \"2024-03-31\", \"note\": \"'quoted\"}");

        Response exported = person.get("exports/measurements.csv");

        assertThat(exported.statusCode()).isEqualTo(200);
        assertThat(exported.contentType()).isEqualToIgnoringWhitespace("text/csv;charset=UTF-8");
        assertThat(exported.header("Content-Disposition"))
                .matches("attachment; filename=\"measurements-[0-9-]{10}\\.csv\"");
        String file = exported.asString();
        assertThat(file)
                .startsWith("measurement_id,local_date,recorded_at,zone,metric,value,unit,source,note\r\n")
                .contains(",Asia/Tokyo,weight,185.5,lb,typed,\"'=HYPERLINK(\"\"x\"\")\nsecond line\"\r\n")
                .contains(",x-grip,-60,kg,typed,\"' ;\n=1+1  \"\r\n")
                .contains(",x-grip,-50,kg,typed,''quoted\r\n");

        Response again = upload(person, file);
        assertThat(again.<String>path("format")).isEqualTo("measurements");
        assertThat(again.jsonPath().getInt("preview.measurements.there")).isEqualTo(3);
        assertThat(again.jsonPath().getInt("preview.measurements.added")).isZero();

        Api other = Api.signedUp();
        other.post("metrics", "{\"name\": \"Grip\", \"unit\": \"kg\"}");
        applied(other, ready(other, file));
        assertThat(other.get("exports/measurements.csv").asString()).isEqualTo(file.replace(",typed,", ",file,"));
    }

    @Test
    void workoutsComeBackUnchanged() {
        Response brought = upload(person, Files.STRONG);
        String id = brought.path("id");
        person.put("imports/" + id + "/answers", """
                {"exercises": [{"name": "My Odd Lift", "own": true}, {"name": "Running Outdoors", "own": true}]}
                """);
        applied(person, id);

        String file = person.get("exports/workouts.csv").asString();

        assertThat(file.lines()).hasSize(5);
        assertThat(file)
                .startsWith("workout_id,local_date,started_at,")
                .contains(",'=slow,")
                .contains(",185,lb,83.915,8.5,");
        Response again = upload(person, file);
        assertThat(again.<String>path("state")).as(again.asString()).isEqualTo("ready");
        assertThat(again.jsonPath().getInt("preview.workouts.there")).isEqualTo(2);
        assertThat(again.jsonPath().getInt("preview.workouts.added")).isZero();
        assertThat(again.<List<String>>path("exercises.match")).containsOnly("same");

        Api other = Api.signedUp();
        Response elsewhere = upload(other, file);
        other.put("imports/" + elsewhere.path("id") + "/answers", """
                {"exercises": [{"name": "My Odd Lift", "own": true}, {"name": "Running Outdoors", "own": true}]}
                """);
        applied(other, elsewhere.path("id"));
        assertThat(withoutExerciseIds(other.get("exports/workouts.csv").asString()))
                .isEqualTo(withoutExerciseIds(file));
    }

    /** An own exercise is another one in another account. */
    private static String withoutExerciseIds(String file) {
        return file.replaceAll("[0-9a-f-]{36},(My Odd Lift|Running Outdoors)", "$1");
    }

    @Test
    void eachExportsOnlyTheirOwn() {
        Api other = Api.signedUp();
        other.post("measurements", "{\"metric\": \"weight\", \"value\": 80, \"localDate\": \"2024-03-31\"}");

        assertThat(person.get("exports/measurements.csv").asString().lines()).hasSize(1);
        assertThat(person.get("exports/workouts.csv").asString().lines()).hasSize(1);
        assertThat(other.withToken("read")
                        .get("exports/measurements.csv")
                        .asString()
                        .lines())
                .hasSize(2);
        assertProblem(Api.stranger().get("exports/measurements.csv"), 401, "unauthenticated");
        assertProblem(Api.stranger().get("exports/workouts.csv"), 401, "unauthenticated");
        assertProblem(person.post("exports/workouts.csv"), 405, "method-not-allowed");
    }
}

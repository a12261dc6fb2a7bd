package app.primaryassistant.programs.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import app.primaryassistant.support.Api;
import groovy.json.JsonOutput;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Sessions of a program, done as they are prescribed. */
public final class ProgramSessions {

    private ProgramSessions() {}

    /** Does the next session with so many repetitions in each set, and finishes it. */
    public static UUID finish(Api person, UUID enrolment, int reps) {
        return finish(person, enrolment, reps, Map.of());
    }

    /** The same with what else is recorded of each set. */
    static UUID finish(Api person, UUID enrolment, int reps, Map<String, Object> recorded) {
        Map<String, Object> workout = next(person, enrolment);
        workout.put("endedAt", workout.get("startedAt"));
        List<Map<String, Object>> exercises = list(workout, "exercises");
        exercises.stream().flatMap(exercise -> list(exercise, "sets").stream()).forEach(set -> {
            set.put("reps", reps);
            set.putAll(recorded);
            set.put("done", true);
        });
        UUID id = UUID.randomUUID();
        Response made = person.create("workouts/" + id, JsonOutput.toJson(workout));
        assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
        return id;
    }

    /** Begins the next session just as it is given. */
    public static UUID begin(Api person, UUID enrolment) {
        UUID id = UUID.randomUUID();
        Response made = person.create("workouts/" + id, JsonOutput.toJson(next(person, enrolment)));
        assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
        return id;
    }

    private static Map<String, Object> next(Api person, UUID enrolment) {
        return person.get("enrolments/" + enrolment + "/next").path("session.workout");
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> list(Map<String, Object> object, String property) {
        return (List<Map<String, Object>>) object.getOrDefault(property, List.of());
    }
}

package app.primaryassistant.support;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.UUID;

/** Something of somebody's in every table that holds what is people's own, but for invitations, which only administrators write. */
public final class Belongings {

    private Belongings() {}

    public static void give(Api person) throws SQLException {
        person.withToken("read");
        person.put("account/email", "{\"address\": \"someone@example.org\", \"password\": \"" + Api.PASSWORD + "\"}");
        person.post("metrics", "{\"name\": \"Grip\", \"unit\": \"kg\"}");
        person.post(
                "check-ins", "{\"localDate\": \"2024-03-31\", \"values\": [{\"metric\": \"x-grip\", \"value\": 50}]}");
        UUID squat = Workouts.exercise("barbell-squat");
        person.post("workouts", Workouts.ended("2024-03-31", Workouts.exercise(squat, Workouts.set(5, 100))));
        person.post("exercises", "{\"name\": \"Keg carry\", \"category\": \"strongman\", \"tracking\": \"duration\"}");
        person.request().put("exercises/" + squat + "/favourite");
        person.change("load/goal", "\"0\"", "{\"sessionsPerWeek\": 4}");
        followAProgram(person);
        bring(person, "date,weight (kg)\n2024-03-31,80\n");
        bring(person, "Date,Exercise,Category,Weight (kgs),Reps\n2024-03-31,Barbell Squat,Legs,100,5\n");
        Api.stranger().post("auth/sign-in", Api.credentials(person.name(), "wrong horse battery"));
    }

    private static void followAProgram(Api person) {
        UUID id = UUID.randomUUID();
        person.create("programs/" + id, """
                {"name": "Squats", "phases": [{"name": "All", "weeks": [{"days": [{"name": "A", "exercises": [
                  {"lift": "squat", "exerciseId": "2ab52eaf-98b8-5fb0-af89-58934ae43682",
                   "rule": {"rule": "fixed", "sets": 3, "reps": 5}}]}]}]}]}
                """);
        person.post("programs/" + id + "/enrolment", """
                {"id": "%s", "startOn": "2024-03-31", "daysOfWeek": [1], "unit": "kg", "step": 2.5, "starts": []}
                """.formatted(id));
        person.put("enrolments/" + id + "/skips/1.1.1.1", "");
    }

    /** A file whose rows wait. */
    private static void bring(Api person, String file) {
        person.request()
                .contentType("text/csv")
                .body(file.getBytes(StandardCharsets.UTF_8))
                .post("imports");
    }
}

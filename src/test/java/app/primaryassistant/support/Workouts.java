package app.primaryassistant.support;

import app.primaryassistant.local.TestClock;
import java.sql.SQLException;
import java.util.UUID;

/** Workouts as clients send them, with ids of their making. */
public final class Workouts {

    private Workouts() {}

    /** The id of an exercise of the library. */
    public static UUID exercise(String slug) {
        try (var connection = Application.running().database().asOwner();
                var statement = connection.prepareStatement("select id from exercise where slug = ?")) {
            statement.setString(1, slug);
            try (var row = statement.executeQuery()) {
                row.next();
                return (UUID) row.getObject(1);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** One that is over: an hour in the evening of a day. */
    public static String ended(String day, String... exercises) {
        return "{\"localDate\": \"%1$s\", \"startedAt\": \"%1$sT17:00:00Z\", \"endedAt\": \"%1$sT18:00:00Z\", \"zone\": \"UTC\","
                        .formatted(day)
                + " \"type\": \"strength\", \"exercises\": [" + String.join(", ", exercises) + "]}";
    }

    /** One that began a minute ago, where the people of this run live. */
    public static String begun(String... exercises) {
        return """
               {"localDate": "%s", "startedAt": "%s", "zone": "%s", "type": "strength", "exercises": [%s]}""".formatted(
                TestClock.today(), TestClock.now().minusSeconds(60), TestClock.zone(), String.join(", ", exercises));
    }

    /** One that is going on. */
    public static String goingOn(String day, String... exercises) {
        return ended(day, exercises).replaceFirst("\"endedAt\": \"[^\"]*\", ", "");
    }

    public static String exercise(UUID exercise, String... sets) {
        return exercise(UUID.randomUUID(), exercise, sets);
    }

    /** An exercise in a place whose id is known. */
    public static String exercise(UUID place, UUID exercise, String... sets) {
        return """
               {"id": "%s", "exerciseId": "%s", "sets": [%s]}""".formatted(place, exercise, String.join(", ", sets));
    }

    /** A working set in kilograms. */
    public static String set(int reps, double weight) {
        return set("\"reps\": " + reps + ", \"weight\": " + weight);
    }

    /** A set that says what is given. */
    public static String set(String fields) {
        return """
               {"id": "%s", %s}""".formatted(UUID.randomUUID(), fields);
    }
}

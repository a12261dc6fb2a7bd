package app.primaryassistant.support;

import static org.assertj.core.api.Assertions.assertThat;

import app.primaryassistant.local.TestClock;
import io.restassured.response.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Somebody's past workouts in few words, so that a test says only what it is about. */
public final class Gym {

    /** A set such as {@code 100x5}, {@code warm-up:60x8}, {@code 100x5@8} (RPE), {@code 100x5r2} (reserve), {@code 100x5!} (planned). */
    private static final Pattern SET = Pattern.compile(
            "(?:(?<kind>[a-z-]+):)?(?<weight>-?[\\d.]+)x(?<reps>\\d+)(?:@(?<rpe>[\\d.]+))?(?:r(?<rir>\\d+))?(?<planned>!)?");

    private final Api person;
    private int second;

    public Gym(Api person) {
        this.person = person;
    }

    /** One without sets, rated 6 and an hour long, that began later than those before it on the same day. */
    public UUID workout(LocalDate day) {
        return workout(day, "strength", 60, "6");
    }

    /** One of a type, with its minutes, and its intensity if it was rated. */
    public UUID workout(LocalDate day, String type, int minutes, @Nullable String intensity) {
        return record(day, type, true, 60 * minutes, intensity, "");
    }

    /** One with an exercise of the library or of one's own. */
    public UUID workout(LocalDate day, UUID exercise, String... sets) {
        String all = Arrays.stream(sets).map(Gym::set).collect(Collectors.joining(", "));
        return record(day, "strength", true, 3600, "6", Workouts.exercise(exercise, all));
    }

    /** One that is going on. */
    public UUID goingOn(LocalDate day) {
        return record(day, "strength", false, 3600, "6", "");
    }

    /** In the first minute of the day, so that it is over at whatever hour of today this is. */
    private UUID record(
            LocalDate day, String type, boolean ended, int seconds, @Nullable String intensity, String exercises) {
        Instant midnight = day.atStartOfDay(TestClock.zone()).toInstant();
        Response made = person.post("workouts", """
                {"localDate": "%s", "startedAt": "%s", %s "zone": "%s", "type": "%s", "durationSeconds": %s,
                 "intensity": %s, "exercises": [%s]}
                """.formatted(
                        day,
                        midnight.plusSeconds(second++),
                        ended ? "\"endedAt\": \"%s\",".formatted(midnight.plusSeconds(59)) : "",
                        TestClock.zone(),
                        type,
                        seconds,
                        intensity,
                        exercises));
        assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
        return UUID.fromString(made.path("id"));
    }

    private static String set(String written) {
        Matcher set = SET.matcher(written);
        if (!set.matches()) {
            throw new IllegalArgumentException(written);
        }
        String weight = set.group("weight");
        return Workouts.set("\"kind\": \"%s\", \"reps\": %s, \"weight\": %s, \"rpe\": %s, \"rir\": %s, \"done\": %s"
                .formatted(
                        set.group("kind") == null ? "working" : set.group("kind"),
                        set.group("reps"),
                        weight.equals("0") ? null : weight,
                        set.group("rpe"),
                        set.group("rir"),
                        set.group("planned") == null));
    }

    /** An exercise of one's own, recorded by weight and repetitions, that trains the chest first and the triceps second. */
    public UUID own(String name) {
        Response made = person.post("exercises", """
                {"name": "%s", "category": "strength", "primaryMuscles": ["chest"], "secondaryMuscles": ["triceps"],
                 "tracking": "weight-reps"}
                """.formatted(name));
        assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
        return UUID.fromString(made.path("id"));
    }
}

package app.primaryassistant.workouts.control;

import static app.primaryassistant.imports.boundary.Files.MORE_SQUATS;
import static app.primaryassistant.imports.boundary.Files.SQUATS;
import static app.primaryassistant.imports.boundary.Files.applied;
import static app.primaryassistant.imports.boundary.Files.ready;
import static app.primaryassistant.support.Workouts.ended;
import static app.primaryassistant.support.Workouts.exercise;
import static app.primaryassistant.support.Workouts.set;
import static org.assertj.core.api.Assertions.assertThat;

import app.primaryassistant.local.Database;
import app.primaryassistant.support.Api;
import app.primaryassistant.support.Application;
import io.restassured.response.Response;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is kept with a workout is what its sets, its exercises and the body's weight come to, whatever has happened to them. */
class WorkoutSumsIT {

    private static final Database DATABASE = Application.running().database();
    private static final LocalDate FIRST = LocalDate.parse("2024-03-01");

    private static final String OWN_EXERCISE = """
            {"name": "Sandbag", "category": "strongman", "primaryMuscles": ["glutes"], "secondaryMuscles": [], "instructions": [],
             "tracking": "%s"}
            """;

    /** Written otherwise than the program does it: workout by workout and set by set, from the tables alone. */
    private static final String WRONG = """
            select count(*) from workout w
            cross join lateral (
                select (select round(value, 3) from observation
                        where account_id = w.account_id and metric = 'weight' and deleted_at is null
                          and local_date <= w.local_date and local_date >= w.local_date - 28
                        order by local_date desc, recorded_at desc, id desc limit 1) as kilograms) body
            cross join lateral (
                select coalesce(sum(case when s.done then 1 else 0 end), 0) as sets,
                       coalesce(sum(case when not s.done or s.kind = 'warm-up' or s.reps is null then 0
                                         when x.tracking <> 'bodyweight-reps' then s.reps * coalesce(s.weight, 0)
                                         when body.kilograms is null then 0
                                         when body.kilograms + coalesce(s.weight, 0) < 0 then 0
                                         else s.reps * (body.kilograms + coalesce(s.weight, 0)) end), 0) as volume,
                       coalesce(sum(case when x.tracking = 'bodyweight-reps' and body.kilograms is null and s.done
                                              and s.kind <> 'warm-up' and s.reps > 0 then 1 else 0 end), 0) as without_body_weight
                from workout_exercise e
                join (select id, tracking from exercise union all select id, tracking from own_exercise) x on x.id = e.exercise_id
                join workout_set s on s.account_id = e.account_id and s.workout_exercise_id = e.id
                where e.account_id = w.account_id and e.workout_id = w.id) content
            where w.account_id = ? and w.deleted_at is null
              and (w.body_weight is distinct from body.kilograms or w.sets <> content.sets or w.volume <> content.volume
                   or w.sets_without_body_weight <> content.without_body_weight
                   or w.exercises <> array(select exercise_id from workout_exercise e
                                           where e.account_id = w.account_id and e.workout_id = w.id order by e.position))
            """;

    private final Api person = Api.signedUp();

    private final UUID bench = exercise("barbell-bench-press-medium-grip");
    private final UUID pullUps = exercise("pullups");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theyHoldAfterEveryChange(long seed) throws SQLException {
        Random random = new Random(seed);
        List<Runnable> changes = changes(random);
        List<Integer> done = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            int change = i < 6 ? i % 2 * 5 : random.nextInt(changes.size());
            done.add(change);
            changes.get(change).run();
            assertThat(wrong()).as("changes %s", done).isZero();
        }
        assertThat(DATABASE.number(
                        "select count(*) from workout where account_id = ? and volume > 0 and body_weight is not null",
                        person.account()))
                .as("workouts that have something to add up")
                .isPositive();
    }

    /** The first makes a workout and the sixth records a weight. */
    private List<Runnable> changes(Random random) {
        List<String> workouts = new ArrayList<>();
        List<String> weights = new ArrayList<>();
        String own =
                person.post("exercises", OWN_EXERCISE.formatted("weight-reps")).path("id");
        List<UUID> exercises = List.of(bench, pullUps, UUID.fromString(own));
        return List.of(
                () -> workouts.add(made(person.post("workouts", workout(random, exercises)))),
                () -> change(random, workouts, "workouts/", () -> workout(random, exercises)),
                () -> any(
                        random,
                        workouts,
                        id -> person.put(
                                "workouts/" + id + "/exercises/" + UUID.randomUUID(),
                                entry(random, exercises).replaceFirst("\"id\": \"[^\"]*\", ", ""))),
                () -> any(random, workouts, id -> person.delete("workouts/" + id)),
                () -> any(random, workouts, id -> person.post("workouts/" + id + "/restoration")),
                () -> weights.add(made(person.post("measurements", weight(random)))),
                () -> change(random, weights, "measurements/", () -> weight(random)),
                () -> any(random, weights, id -> person.delete("measurements/" + id)),
                () -> any(random, weights, id -> person.post("measurements/" + id + "/restoration")),
                () -> person.change(
                        "exercises/" + own,
                        person.get("exercises/" + own).header("ETag"),
                        OWN_EXERCISE.formatted(random.nextBoolean() ? "weight-reps" : "bodyweight-reps")));
    }

    @Test
    void theyHoldForWhatAFileBringsReplacesAndLosesAgain() throws SQLException {
        String first = ready(person, SQUATS);
        applied(person, first);
        assertThat(wrong()).isZero();
        assertThat(volumes()).containsExactly(new BigDecimal("500"), new BigDecimal("500"));

        String second = ready(person, MORE_SQUATS);
        person.put("imports/" + second + "/answers", "{\"changed\": \"replace\"}");
        applied(person, second);
        assertThat(wrong()).isZero();
        assertThat(volumes()).containsExactly(new BigDecimal("512.5"), new BigDecimal("500"), new BigDecimal("1027.5"));

        person.delete("imports/" + second);
        assertThat(wrong()).isZero();
        assertThat(volumes()).containsExactly(new BigDecimal("500"), new BigDecimal("500"));
    }

    @Test
    void aWeightCountsForItsDayAndTheFourWeeksAfter() {
        for (String day : List.of("2024-02-29", "2024-03-01", "2024-03-29", "2024-03-30")) {
            made(person.post("workouts", ended(day, exercise(pullUps, set("\"reps\": 10")))));
        }
        assertThat(volumes()).containsOnly(BigDecimal.ZERO);

        String weighed = made(person.post(
                "measurements",
                "{\"metric\": \"weight\", \"value\": 80, \"unit\": \"kg\", \"localDate\": \"2024-03-01\"}"));
        assertThat(volumes())
                .containsExactly(BigDecimal.ZERO, new BigDecimal("800"), new BigDecimal("800"), BigDecimal.ZERO);

        person.delete("measurements/" + weighed);
        assertThat(volumes()).containsOnly(BigDecimal.ZERO);
    }

    private long wrong() throws SQLException {
        return DATABASE.number(WRONG, person.account());
    }

    /** As the list shows them, the last day first. */
    private List<BigDecimal> volumes() {
        Response list = person.get("workouts");
        return IntStream.range(0, list.<List<?>>path("items").size())
                .mapToObj(i -> Api.number(list, "items[" + i + "].volume").stripTrailingZeros())
                .map(volume -> new BigDecimal(volume.toPlainString()))
                .toList();
    }

    private static String made(Response response) {
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(201);
        return response.path("id");
    }

    /** What cannot be changed any more, as what is deleted, is refused. */
    private static void any(Random random, List<String> ids, Function<String, Response> change) {
        if (!ids.isEmpty()) {
            assertThat(change.apply(ids.get(random.nextInt(ids.size()))).statusCode())
                    .isLessThan(500);
        }
    }

    private void change(Random random, List<String> ids, String path, Supplier<String> body) {
        any(random, ids, id -> {
            Response there = person.get(path + id);
            return there.statusCode() == 404 ? there : person.change(path + id, there.header("ETag"), body.get());
        });
    }

    private static String workout(Random random, List<UUID> exercises) {
        return ended(
                FIRST.plusDays(random.nextInt(40)).toString(),
                IntStream.range(0, random.nextInt(4))
                        .mapToObj(i -> entry(random, exercises))
                        .toArray(String[]::new));
    }

    private static String entry(Random random, List<UUID> exercises) {
        UUID chosen = exercises.get(random.nextInt(exercises.size()));
        return exercise(
                chosen,
                IntStream.range(0, random.nextInt(4))
                        .mapToObj(i -> set("\"kind\": \"%s\", \"done\": %s, \"reps\": %s, \"weight\": %s"
                                .formatted(
                                        random.nextInt(4) == 0 ? "warm-up" : "working",
                                        random.nextInt(4) > 0,
                                        random.nextInt(5) == 0 ? null : random.nextInt(12),
                                        random.nextInt(5) == 0 ? null : random.nextInt(200) * 0.5)))
                        .toArray(String[]::new));
    }

    private static String weight(Random random) {
        return "{\"metric\": \"weight\", \"value\": %s, \"unit\": \"kg\", \"localDate\": \"%s\"}"
                .formatted(60 + random.nextInt(80) * 0.5, FIRST.minusDays(20).plusDays(random.nextInt(60)));
    }
}

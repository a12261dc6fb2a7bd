package app.primaryassistant.progress.boundary;

import static app.primaryassistant.support.Api.assertInvalid;
import static app.primaryassistant.support.Api.assertProblem;
import static app.primaryassistant.support.Api.number;
import static org.assertj.core.api.Assertions.assertThat;

import app.primaryassistant.local.TestClock;
import app.primaryassistant.support.Api;
import app.primaryassistant.support.Gym;
import app.primaryassistant.support.Workouts;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Progress, records and muscles, as they come out of what the database holds. */
class StrengthResourceIT {

    /** A Wednesday. */
    private static final LocalDate DAY = LocalDate.of(2024, 3, 27);

    private final LocalDate today = TestClock.today();
    private final Api person = Api.signedUp();
    private final Gym gym = new Gym(person);
    private final UUID bench = Workouts.exercise("barbell-bench-press-medium-grip");
    private final UUID pullUps = Workouts.exercise("pullups");

    @Test
    void theProgressOfAnExerciseHoldsItsDaysAndWhatCanBeLiftedNow() {
        gym.workout(DAY.minusDays(9), bench, "warm-up:60x8", "100x5r0", "100x5r0", "80x12");
        UUID last = gym.workout(DAY.minusDays(2), bench, "105x3@8", "102.5x5!", "failure:90x6");

        Response progress = person.get("strength/exercises/" + bench + "?on=" + DAY);

        assertThat(progress.statusCode()).as(progress.asString()).isEqualTo(200);
        assertThat(progress.<String>path("name")).isEqualTo("Barbell Bench Press - Medium Grip");
        assertThat(progress.<List<String>>path("days.date")).containsExactly("2024-03-18", "2024-03-25");
        assertThat(progress.<List<Integer>>path("days.sets")).hasToString("[3, 2]");
        assertThat(number(progress, "days[0].volume")).isEqualByComparingTo("1960");
        assertThat(number(progress, "days[0].estimate.value")).isEqualByComparingTo("114.6");
        assertThat(number(progress, "days[0].estimate.low")).isEqualByComparingTo("103.1");
        assertThat(number(progress, "days[0].estimate.high")).isEqualByComparingTo("126.1");
        assertThat(number(progress, "days[1].estimate.weight")).isEqualByComparingTo("105");
        assertThat(number(progress, "days[1].estimate.reserve")).isEqualByComparingTo("2");
        assertThat(number(progress, "current.value")).isEqualByComparingTo("120.3");
        assertThat(progress.<String>path("currentOn")).isEqualTo(progress.path("current.explanation.inputs[0].on"));
        assertThat(progress.<String>path("current.explanation.source")).contains("Epley", "Brzycki");
        assertThat(progress.<List<String>>path("records.kind"))
                .containsExactly("weight", "set-volume", "session-volume", "estimate");
        assertThat(progress.<String>path("records[0].workout")).isEqualTo(last.toString());
        assertThat(progress.<List<Integer>>path("repetitionMaxima.reps")).hasSize(12);
        assertThat(number(progress, "repetitionMaxima[0].weight")).isEqualByComparingTo("105");
    }

    @Test
    void whatIsPlannedDeletedOrLaterCountsForNothing() {
        UUID deleted = gym.workout(DAY, bench, "200x5r0");
        person.delete("workouts/" + deleted);
        gym.workout(DAY.plusDays(1), bench, "200x5r0");
        gym.workout(DAY.minusDays(1), bench, "200x5r0!", "warm-up:200x5");

        Response progress = person.get("strength/exercises/" + bench + "?on=" + DAY);

        assertThat(progress.<List<Object>>path("days")).isEmpty();
        assertThat(progress.<List<Object>>path("records")).isEmpty();
        assertThat(progress.<String>path("current.missing")).startsWith("Needs a set of 1 to 10 repetitions");
    }

    @Test
    void anExerciseThatCountsRepetitionsAloneHasNoEstimate() {
        UUID situps = Workouts.exercise("sit-up");
        gym.workout(DAY, situps, "0x12r1", "10x5r1");

        Response progress = person.get("strength/exercises/" + situps + "?on=" + DAY);

        assertThat(progress.<List<String>>path("records.kind"))
                .contains("weight", "repetitions")
                .doesNotContain("estimate");
        assertThat(progress.<String>path("current.missing")).startsWith("There is no estimate for exercises");
        assertThat(progress.<Object>path("days[0].estimate")).isNull();
    }

    @Test
    void whereTheBodyIsLiftedItsWeightOfThatDayCounts() {
        weigh(person, DAY.minusDays(29), 90);
        weigh(person, DAY.minusDays(3), 80);
        weigh(person, DAY.plusDays(1), 70);
        gym.workout(DAY, pullUps, "0x8r0", "10x5r0", "-20x10r0", "warm-up:0x3");

        Response progress = person.get("strength/exercises/" + pullUps + "?on=" + DAY);

        assertThat(number(progress, "current.value")).isEqualByComparingTo("103.1");
        assertThat(progress.<String>path("current.explanation.inputs.find { it.name == 'Body weight' }.on"))
                .isEqualTo(DAY.minusDays(3).toString());
        assertThat(progress.<String>path("current.explanation.validity")).contains("All of it is counted");
        assertThat(number(progress, "days[0].volume")).isEqualByComparingTo("1690");
        assertThat(progress.<Integer>path("days[0].setsWithoutBodyWeight")).isZero();
        assertThat(number(progress, "days[0].estimate.weight")).isEqualByComparingTo("10");
        assertThat(number(progress, "days[0].estimate.bodyWeight.kilograms")).isEqualByComparingTo("80");
        assertThat(progress.<List<String>>path("records.kind"))
                .containsExactly("added-weight", "repetitions", "set-volume", "session-volume", "estimate");
        assertThat(person.get("strength/muscles?weeks=1&on=" + DAY)
                        .<Object>path("muscles.find { it.muscle == 'lats' }.volume"))
                .hasToString("[1690]");
    }

    @Test
    void withoutABodyWeightTheNumbersSayWhatIsMissing() {
        weigh(Api.signedUp(), DAY, 80);
        weigh(person, DAY.minusDays(29), 80);
        gym.workout(DAY, pullUps, "0x8r0", "10x5r0");

        Response progress = person.get("strength/exercises/" + pullUps + "?on=" + DAY);

        assertThat(progress.<String>path("current.missing"))
                .isEqualTo("Needs your body weight: none is recorded on 27 March 2024 or in the 28 days before.");
        assertThat(progress.<Integer>path("days[0].setsWithoutBodyWeight")).isEqualTo(2);
        assertThat(number(progress, "days[0].volume")).isZero();
        assertThat(progress.<List<String>>path("records.kind")).containsExactly("added-weight", "repetitions");
    }

    @Test
    void recordsCompareWhatWasLiftedWithTheBody() {
        weigh(person, today.minusDays(20), 80);
        gym.workout(today.minusDays(8), pullUps, "10x5r0");
        weigh(person, today.minusDays(5), 82);
        UUID heavier = gym.workout(today.minusDays(4), pullUps, "10x5r0");
        UUID more = gym.workout(today.minusDays(2), pullUps, "15x5r0");

        assertThat(person.get("strength/records?workout=" + heavier).<List<String>>path("items.kind"))
                .as("to have become heavier is no record of what was added")
                .containsExactly("set-volume", "session-volume", "estimate");
        Response records = person.get("strength/records?workout=" + more);
        assertThat(records.<List<String>>path("items.kind"))
                .containsExactly("added-weight", "set-volume", "session-volume", "estimate");
        assertThat(number(records, "items.find { it.kind == 'estimate' }.value"))
                .isEqualByComparingTo(number(
                        person.get("strength/exercises/" + pullUps), "records.find { it.kind == 'estimate' }.value"));
    }

    private static void weigh(Api person, LocalDate day, int kilograms) {
        Response weighed = person.post("measurements", """
                {"metric": "weight", "value": %d, "unit": "kg", "localDate": "%s", "recordedAt": "%sT06:00:00Z"}
                """.formatted(kilograms, day, day));
        assertThat(weighed.statusCode()).as(weighed.asString()).isEqualTo(201);
    }

    @Test
    void anExerciseThatWasNeverDoneHasNoDays() {
        Response progress = person.get("strength/exercises/" + Workouts.exercise("plank"));

        assertThat(progress.statusCode()).isEqualTo(200);
        assertThat(progress.<List<Object>>path("days")).isEmpty();
    }

    @Test
    void somebodyElsesExerciseIsNotThere() {
        UUID own = gym.own("Floor press");
        gym.workout(DAY, own, "80x5r1");

        assertThat(person.get("strength/exercises/" + own + "?on=" + DAY).<String>path("name"))
                .isEqualTo("Floor press");
        assertProblem(Api.signedUp().get("strength/exercises/" + own), 404, "not-found");
        assertProblem(person.get("strength/exercises/" + UUID.randomUUID()), 404, "not-found");
        assertProblem(person.get("strength/exercises/bench"), 404, "not-found");
    }

    @Test
    void somebodyElsesSetsOfAnExerciseOfTheLibraryAreNotSeen() {
        gym.workout(DAY, bench, "100x5r0");

        assertThat(Api.signedUp()
                        .get("strength/exercises/" + bench + "?on=" + DAY)
                        .<List<Object>>path("days"))
                .isEmpty();
    }

    @Test
    void aWorkoutShowsTheRecordsItBroke() {
        UUID first = gym.workout(today.minusDays(8), bench, "100x5r0");
        UUID second = gym.workout(today.minusDays(4), bench, "102.5x5r0", "100x3r0");
        UUID same = gym.workout(today.minusDays(2), bench, "102.5x5r0");

        Response records = person.get("strength/records?workout=" + second);

        assertThat(person.get("strength/records?workout=" + first).<List<Object>>path("items"))
                .as("the first time breaks nothing")
                .isEmpty();
        assertThat(records.<List<String>>path("items.kind"))
                .containsExactly("weight", "set-volume", "session-volume", "estimate");
        assertThat(records.<List<String>>path("items.exercise")).containsOnly(bench.toString());
        assertThat(records.<String>path("items[0].exerciseName")).isEqualTo("Barbell Bench Press - Medium Grip");
        assertThat(number(records, "items[0].value")).isEqualByComparingTo("102.5");
        assertThat(number(records, "items[0].previous")).isEqualByComparingTo("100");
        assertThat(number(records, "items[2].value")).isEqualByComparingTo("812.5");
        assertThat(number(records, "items[3].value")).isEqualByComparingTo("117.4");
        assertThat(records.<String>path("items[0].workout")).isEqualTo(second.toString());
        assertThat(person.get("strength/records?workout=" + same).<List<Object>>path("items"))
                .as("the same again breaks nothing")
                .isEmpty();
        assertThat(person.get("strength/records").<List<Object>>path("items")).hasSize(4);
        assertThat(person.get("strength/records?since=" + today.minusDays(3)).<List<Object>>path("items"))
                .isEmpty();
    }

    @Test
    void repetitionsWithoutWeightAreARecordOfTheirOwn() {
        gym.workout(today.minusDays(3), pullUps, "0x8");
        UUID second = gym.workout(today.minusDays(1), pullUps, "0x9", "5x3");

        Response records = person.get("strength/records?workout=" + second);

        assertThat(records.<List<String>>path("items.kind")).containsExactly("repetitions");
        assertThat(number(records, "items[0].previous")).isEqualByComparingTo("8");
    }

    /** PostgreSQL multiplies by what the formula gives; both must find the same best set. */
    @Test
    void theEstimateOfARecordIsThatOfTheProgress() {
        String[] sets = {
            "60x10r0",
            "100x1r0",
            "82.5x2@9.5",
            "70.125x7@8.5",
            "95x3r4",
            "60x6r4",
            "85x6",
            "40x9@9",
            "120x11",
            "120x5r5"
        };
        for (int index = 0; index < sets.length; index++) {
            UUID own = gym.own("Exercise " + index);
            gym.workout(today.minusDays(2), own, "20x5r0");
            UUID workout = gym.workout(today.minusDays(1), own, sets[index]);

            Response records = person.get("strength/records?workout=" + workout);
            Response progress = person.get("strength/exercises/" + own);

            Object broken = records.path("items.find { it.kind == 'estimate' }.value");
            Object standing = index < 8 ? progress.path("records.find { it.kind == 'estimate' }.value") : null;
            assertThat(broken).as(sets[index]).isEqualTo(standing);
        }
    }

    @Test
    void somebodyElsesWorkoutHasNoRecordsToShow() {
        UUID workout = gym.workout(today.minusDays(1), bench, "100x5");

        assertProblem(Api.signedUp().get("strength/records?workout=" + workout), 404, "not-found");
        assertProblem(person.get("strength/records?workout=" + UUID.randomUUID()), 404, "not-found");
        person.delete("workouts/" + workout);
        assertProblem(person.get("strength/records?workout=" + workout), 404, "not-found");
    }

    @Test
    void whatIsAskedOfRecordsMustMakeSense() {
        assertProblem(person.get("strength/records?workout=last"), 400, "malformed");
        assertProblem(person.get("strength/records?since=lately"), 400, "malformed");
        assertInvalid(person.get("strength/records?since=" + today.minusDays(400)), "since");
        assertInvalid(person.get("strength/records?since=" + today + "&workout=" + UUID.randomUUID()), "since");
        assertInvalid(person.get("strength/records?since=" + today.plusDays(3)), "since");
    }

    @Test
    void hardSetsCountOneForTheMuscleTrainedFirstAndHalfForThoseThatHelp() {
        gym.workout(
                DAY.minusDays(9),
                bench,
                "warm-up:60x8",
                "100x5@8",
                "100x5r4",
                "100x5",
                "80x12@5",
                "failure:60x20",
                "90x5!");
        gym.workout(DAY.minusDays(8), gym.own("Floor press"), "80x5r1");
        gym.workout(DAY, pullUps, "0x8r0");

        Response muscles = person.get("strength/muscles?weeks=3&on=" + DAY);

        assertThat(muscles.<List<String>>path("weeks")).containsExactly("2024-03-11", "2024-03-18", "2024-03-25");
        assertThat(muscles.<List<String>>path("muscles.muscle"))
                .containsExactly("biceps", "chest", "lats", "middle back", "shoulders", "triceps");
        assertThat(muscles.<Object>path("muscles[1].sets")).hasToString("[0, 5, 0]");
        assertThat(muscles.<Object>path("muscles[1].withoutReserve")).hasToString("[0, 1, 0]");
        assertThat(muscles.<Object>path("muscles[1].volume")).hasToString("[0, 4060, 0]");
        assertThat(muscles.<Object>path("muscles[5].sets")).hasToString("[0, 2.5, 0]");
        assertThat(muscles.<Object>path("muscles[2].sets")).hasToString("[0, 0, 1]");
        assertThat(number(muscles, "muscles[1].mean.value")).isEqualByComparingTo("5");
        assertThat(muscles.<String>path("muscles[1].range")).isEqualTo("five-to-nine");
        assertThat(muscles.<String>path("muscles[1].mean.explanation.source")).contains("Schoenfeld");
        assertThat(muscles.<List<String>>path("ranges.key"))
                .containsExactly("under-five", "five-to-nine", "ten-to-twenty", "over-twenty");
    }

    @Test
    void somebodyElsesMusclesAreNotSeen() {
        gym.workout(DAY, bench, "100x5");

        assertThat(Api.signedUp().get("strength/muscles?on=" + DAY).<List<Object>>path("muscles"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"weeks=0", "weeks=521", "weeks=-1"})
    void weeksMustBeANumberThatCanBeShown(String query) {
        assertInvalid(person.get("strength/muscles?" + query), "weeks");
    }

    @ParameterizedTest
    @ValueSource(strings = {"strength/muscles?weeks=many", "strength/muscles?on=today"})
    void whatCannotBeReadIsMalformed(String path) {
        assertProblem(person.get(path), 400, "malformed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1899-12-31", "+12345-01-01", "-0001-01-01", "2100-01-01"})
    void aDayMustBeOneThatSomethingCanHaveBeenDoneOn(String day) {
        assertInvalid(person.get("strength/muscles?on={day}", day), "on");
        assertInvalid(person.get("strength/exercises/{id}?on={day}", bench, day), "on");
        assertInvalid(person.get("strength/records?since={day}", day), "since");
    }

    @Test
    void asksForAnAccount() {
        for (String path : List.of("strength/exercises/" + bench, "strength/records", "strength/muscles")) {
            assertProblem(Api.stranger().get(path), 401, "unauthenticated");
            assertThat(person.withToken("read").get(path).statusCode()).isEqualTo(200);
        }
    }
}

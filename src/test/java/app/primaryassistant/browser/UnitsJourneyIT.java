package app.primaryassistant.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.primaryassistant.browser.Amounts.Amount;
import app.primaryassistant.local.TestClock;
import app.primaryassistant.programs.boundary.ProgramSessions;
import app.primaryassistant.support.Api;
import app.primaryassistant.support.Browser;
import app.primaryassistant.support.Gym;
import app.primaryassistant.support.RequiresProgram;
import app.primaryassistant.support.Screen;
import app.primaryassistant.support.Tab;
import app.primaryassistant.support.Workouts;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import io.restassured.response.Response;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** No number stands under a unit that is not its own: what is recorded in metric units is the same amount to whoever wants others. */
@RequiresProgram("chromium")
class UnitsJourneyIT {

    private static final String METRIC = units("kg", "cm", "°C", "mmol/L");
    private static final String IMPERIAL = units("lb", "in", "°F", "mg/dL");

    private static final UUID SQUAT = Workouts.exercise("barbell-squat");
    private static final UUID PULL_UP = Workouts.exercise("pullups");
    private static final UUID RUN = Workouts.exercise("running-treadmill");

    private Api person;
    private LocalDate today;
    private UUID done;
    private UUID goingOn;
    private UUID enrolment;
    private String program;
    private List<String> metrics;

    @BeforeEach
    void record() {
        person = Api.signedUp();
        today = LocalDate.parse(person.get("measurements/summary").path("on"));
        profile(METRIC);
        metrics = person.get("metrics").path("items.findAll { it.units.size() > 1 && it.builtIn }.key");
        measure();
        train();
        follow();
    }

    /** Three days of each metric that there are several units for. */
    private void measure() {
        Response known = person.get("metrics");
        for (String metric : metrics) {
            String one = "items.find { it.key == '" + metric + "' }.";
            var low = new BigDecimal(known.path(one + "low").toString());
            var high = new BigDecimal(known.path(one + "high").toString());
            for (int day = 0; day < 3; day++) {
                BigDecimal share = new BigDecimal("0.30").add(new BigDecimal("0.01").multiply(BigDecimal.valueOf(day)));
                BigDecimal value = low.add(high.subtract(low).multiply(share)).setScale(2, RoundingMode.HALF_UP);
                made(person.post(
                        "measurements",
                        "{\"metric\": \"%s\", \"value\": %s, \"localDate\": \"%s\"}"
                                .formatted(metric, value, today.minusDays(day + 1))));
            }
        }
    }

    /** Warm-ups, records, a weight in pounds, the body with and without help, and distances; and a workout that is going on. */
    private void train() {
        var gym = new Gym(person);
        gym.workout(today.minusDays(9), SQUAT, "warm-up:60x5", "100x5@8", "102.5x5@9");
        gym.workout(today.minusDays(6), PULL_UP, "10x5@8", "0x8", "-20x8");
        done = gym.workout(today.minusDays(2), SQUAT, "warm-up:62.5x5", "105x5@8", "107.5x4@9");
        String pounds = Workouts.set("\"reps\": 5, \"weight\": 185, \"unit\": \"lb\"");
        String far = Workouts.set("\"durationSeconds\": 1800, \"distanceMetres\": 5230");
        String near = Workouts.set("\"durationSeconds\": 20, \"distanceMetres\": 100");
        made(person.post(
                "workouts",
                Workouts.ended(
                        today.minusDays(3).toString(),
                        Workouts.exercise(Workouts.exercise("barbell-curl"), pounds),
                        Workouts.exercise(RUN, far, near))));
        Response begun = person.post(
                "workouts",
                Workouts.begun(
                        Workouts.exercise(
                                SQUAT,
                                Workouts.set("\"reps\": 5, \"weight\": 70, \"done\": false"),
                                Workouts.set("\"done\": false")),
                        Workouts.exercise(PULL_UP, Workouts.set("\"done\": false")),
                        Workouts.exercise(RUN, Workouts.set("\"done\": false"))));
        made(begun);
        goingOn = UUID.fromString(begun.path("id"));
    }

    private void follow() {
        enrolment = UUID.randomUUID();
        program = person.get("programs").path("items.find { it.name == 'Alternating fives' }.id");
        made(person.post("programs/" + program + "/enrolment", """
                {"id": "%s", "startOn": "%s", "daysOfWeek": [1, 3, 5], "unit": "kg", "step": 2.5,
                 "starts": [{"lift": "squat", "weight": 60}, {"lift": "bench", "weight": 50}, {"lift": "row", "weight": 40}]}
                """.formatted(enrolment, today.minusDays(1))));
        ProgramSessions.finish(person, enrolment, 5);
    }

    @Test
    void everyPageSaysTheSameInOnesOwnUnits() {
        List<String> pages = Stream.concat(
                        Stream.of(
                                "/",
                                "/measurements/?range=all",
                                "/training/",
                                "/workout/?id=" + done,
                                "/workout/?id=" + goingOn,
                                "/exercises/?id=" + SQUAT,
                                "/exercises/?id=" + PULL_UP,
                                "/exercises/?id=" + RUN,
                                "/exercises/?id=" + Workouts.exercise("barbell-curl"),
                                "/progress/",
                                "/programs/",
                                "/programs/?followed=" + enrolment,
                                "/account/",
                                "/imports/"),
                        metrics.stream().map(metric -> "/measurements/?range=all&plot=" + metric))
                .toList();
        Map<String, List<Amount>> metric = look(pages);
        profile(IMPERIAL);
        Map<String, List<Amount>> imperial = look(pages);

        assertThat(metric.values().stream().flatMap(List::stream)).hasSizeGreaterThan(300);
        for (String page : pages) {
            assertThat(imperial.get(page)).as(page).filteredOn(Amount::isMetric).isEmpty();
            assertThat(metric.get(page)).as(page).allMatch(Amount::isMetric);
            assertThat(Amounts.differences(
                            metric.getOrDefault(page, List.of()), imperial.getOrDefault(page, List.of())))
                    .as(page)
                    .isEmpty();
            assertThat(imperial.get(page)).as(page).hasSameSizeAs(metric.get(page));
        }
        assertThat(imperial.get("/exercises/?id=" + Workouts.exercise("barbell-curl")))
                .filteredOn(amount -> amount.place().contains("× 5"))
                .extracting(Amount::number)
                .contains("185");
    }

    /** What a program asks for depends on the plates; their unit is the only one there, but for what it is in one's own. */
    @Test
    void programsAndTheirStartSpeakOfOneKindOfPlates() {
        profile(IMPERIAL);
        Map<String, List<Amount>> pages = look(List.of("/programs/?id=" + program, "/programs/?begun=" + enrolment));

        assertThat(pages.get("/programs/?id=" + program)).isNotEmpty().noneMatch(Amount::isMetric);
        assertThat(pages.get("/programs/?begun=" + enrolment)).isNotEmpty().allMatch(Amount::isMetric);
    }

    @Test
    void whatIsTypedIsInOnesOwnUnitAndWhatIsNotStaysAsItWas() {
        profile(IMPERIAL);
        try (var tab = Browser.tab(Screen.PHONE_LIGHT).as(person)) {
            tab.open("/workout/?id=" + done)
                    .shows("Strength")
                    .press("Do it again")
                    .shows("Workout");
            assertField(tab, "Weight of set 2, Barbell Squat", "231.5");
            tab.press("Done: set 2, Barbell Squat");
            tab.fill("Weight of set 3, Barbell Squat", "120").press("Done: set 3, Barbell Squat");
            tab.page()
                    .locator("summary")
                    .filter(new Locator.FilterOptions().setHasText("More for"))
                    .click();
            tab.press("Plates");
            assertField(tab, "Weight", "137.8");
            tab.says("On each side: 45. That makes 135\u00a0lb in all, 2.8\u00a0lb too little.")
                    .photograph("plates-in-pounds")
                    .press("Close");
            assertThat(tab.page().locator(".save-state")).hasText("Saved");
        }
        Response saved = person.get("workouts/current");
        String sets = "exercises.find { it.exerciseId == '" + SQUAT + "' }.sets.";
        assertThat(saved.<List<String>>path(sets + "unit")).containsExactly("kg", "kg", "lb");
        assertThat(saved.<List<Number>>path(sets + "weight"))
                .extracting(Number::doubleValue)
                .containsExactly(62.5, 105.0, 120.0);
    }

    private static void assertField(Tab tab, String label, String value) {
        assertThat(tab.field(label)).hasValue(value);
    }

    /** What each page says with everything unfolded. */
    private Map<String, List<Amount>> look(List<String> pages) {
        Map<String, List<Amount>> seen = new LinkedHashMap<>();
        try (var tab = Browser.tab(Screen.DESKTOP_LIGHT).as(person)) {
            for (String page : pages) {
                tab.open(page);
                unfold(tab);
                seen.put(page, Amounts.of(tab.page().evaluate(Amounts.COLLECT)));
            }
        }
        return seen;
    }

    /** Opens what is folded until nothing more appears and nothing is awaited. */
    private static void unfold(Tab tab) {
        assertThat(tab.page().locator("main h1").first()).isVisible();
        tab.page().waitForLoadState(LoadState.NETWORKIDLE);
        tab.page().waitForFunction("""
                () => {
                  if (document.querySelector("[aria-busy=true]")) return false;
                  const folded = document.querySelectorAll("main details:not([open])");
                  folded.forEach((details) => { details.open = true; });
                  const size = document.querySelector("main").innerHTML.length;
                  const calm = folded.length === 0 && window.seenSize === size;
                  window.seenSize = size;
                  return calm;
                }
                """, null, new Page.WaitForFunctionOptions().setPollingInterval(150));
    }

    private void profile(String units) {
        Response profile = person.get("profile");
        Response changed = person.change("profile", profile.header("ETag"), """
                {"displayName": "Robin", "zone": "%s", "locale": "en-GB", "birthDate": "1990-05-01", "height": 1.8034,
                 "sexAtBirth": "male", "units": %s}
                """.formatted(TestClock.zone(), units));
        assertThat(changed.statusCode()).as(changed.asString()).isEqualTo(200);
    }

    private static String units(String mass, String length, String temperature, String glucose) {
        return "{\"mass\": \"%s\", \"length\": \"%s\", \"temperature\": \"%s\", \"glucose\": \"%s\"}"
                .formatted(mass, length, temperature, glucose);
    }

    private static void made(Response made) {
        assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
    }
}

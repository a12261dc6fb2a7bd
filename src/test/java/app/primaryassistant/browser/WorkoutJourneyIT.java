package app.primaryassistant.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.primaryassistant.local.Demo;
import app.primaryassistant.local.TestClock;
import app.primaryassistant.support.Api;
import app.primaryassistant.support.Application;
import app.primaryassistant.support.Browser;
import app.primaryassistant.support.Gym;
import app.primaryassistant.support.RequiresProgram;
import app.primaryassistant.support.Screen;
import app.primaryassistant.support.Screens;
import app.primaryassistant.support.Tab;
import app.primaryassistant.support.Workouts;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;

/** A session as people write it down in a gym: with one thumb, and with a connection that comes and goes. */
@RequiresProgram("chromium")
class WorkoutJourneyIT {

    private static final LocalDate TODAY = TestClock.today();

    private static final String LONG_NAME = "Barbell Bench Press - Medium Grip";

    private static Api demo;

    private Api person;

    @BeforeAll
    static void signIn() throws SQLException, IOException {
        Demo.prepare(Application.running().database());
        demo = Api.stranger().signIn(Demo.NAME, Demo.PASSWORD);
    }

    /** Who has squatted a week ago. */
    @BeforeEach
    void trainBefore() {
        person = Api.signedUp();
        new Gym(person).workout(TODAY.minusDays(7), Workouts.exercise("barbell-squat"), "100x5@8", "102.5x5@9");
    }

    @ParameterizedTest
    @Screens({Screen.PHONE_LIGHT, Screen.PHONE_DARK, Screen.DESKTOP_LIGHT, Screen.DESKTOP_DARK})
    void aWholeSessionIsLoggedByTouch(Screen screen) {
        try (var tab = Browser.tab(screen).as(person)) {
            tab.open("/training/").shows("Workouts").accessible().fitsTheScreen();
            tab.press("Start workout")
                    .shows("Workout")
                    .says("What comes first?")
                    .accessible()
                    .fitsTheScreen()
                    .photograph("workout-empty");
            add(tab, "barbel sqaut", "Barbell Squat");
            tab.says(Pattern.compile("Last time, .*100.kg × 5"));
            tab.press("Add set of Barbell Squat");
            tab.press("Done: set 1, Barbell Squat");
            assertThat(tab.field("Weight of set 1, Barbell Squat")).hasValue("100");
            assertThat(tab.field("Repetitions of set 1, Barbell Squat")).hasValue("5");
            assertThat(tab.page().getByRole(AriaRole.TIMER)).containsText(Pattern.compile("1:5\\d|2:00"));
            tab.fill("Weight of set 2, Barbell Squat", "107.5").fill("Repetitions of set 2, Barbell Squat", "5");
            tab.fill("RPE of set 2, Barbell Squat", "9").press("Done: set 2, Barbell Squat");
            saved(tab);
            tab.accessible().fitsTheScreen().photograph("workout-log");

            tab.press("Finish workout");
            tab.field("How hard was it as a whole?").selectOption("7");
            tab.accessible().photograph("workout-finish");
            tab.press("Save workout").shows("Strength").says("New records");
            tab.says("107.5\u00a0kg × 5, RPE 9").accessible().fitsTheScreen().photograph("workout-summary");

            tab.open("/training/").shows("Workouts");
            assertThat(tab.page().locator(".workout-rows > li")).hasCount(2);
        }
        assertThat(person.get("workouts/current").statusCode()).isEqualTo(204);
        assertThat(person.get("workouts?limit=1").<Integer>path("items[0].sets"))
                .isEqualTo(2);
    }

    @ParameterizedTest
    @Screens(Screen.PHONE_LIGHT)
    void aWholeSessionIsLoggedByKeyboardAlone(Screen screen) {
        try (var tab = Browser.tab(screen).as(person)) {
            // The phone's clock is three hours ahead, which the server tells it.
            tab.page()
                    .clock()
                    .setSystemTime(TestClock.now().plus(Duration.ofHours(3)).toEpochMilli());
            tab.open("/training/").shows("Workouts");
            tab.walkTo(tab.button("Start workout")).page().keyboard().press("Enter");
            tab.shows("Workout");
            tab.walkTo(tab.button("Add exercise")).page().keyboard().press("Enter");
            tab.page().keyboard().type("squat barb");
            Locator found = choice(tab, "Barbell Squat");
            assertThat(found).isVisible();
            tab.walkTo(found).page().keyboard().press("Enter");
            assertThat(tab.field("Weight of set 1, Barbell Squat")).isFocused();
            tab.page().keyboard().type("80");
            tab.page().keyboard().press("Tab");
            tab.page().keyboard().type("8");
            tab.walkTo(tab.button("Done: set 1, Barbell Squat"))
                    .page()
                    .keyboard()
                    .press("Space");
            saved(tab);
            tab.walkTo(tab.button("Finish workout")).page().keyboard().press("Enter");
            tab.walkTo(tab.button("Save workout")).page().keyboard().press("Enter");
            tab.shows("Strength").says("80\u00a0kg × 8");
        }
        assertThat(Instant.parse(person.get("workouts?limit=1").path("items[0].endedAt")))
                .isBefore(TestClock.now());
    }

    /** Pull-ups, so that what is added to the body, and what helps it, is written down too. */
    @ParameterizedTest
    @Screens({Screen.PHONE_DARK, Screen.DESKTOP_LIGHT})
    void aPastWorkoutIsAddedWithItsDay(Screen screen) {
        LocalDate day = TODAY.minusDays(3);
        assertThat(person.post(
                                "measurements",
                                "{\"metric\": \"weight\", \"value\": 80, \"localDate\": \"%s\"}".formatted(day))
                        .statusCode())
                .isEqualTo(201);
        try (var tab = Browser.tab(screen).as(person)) {
            tab.open("/training/").shows("Workouts");
            tab.walkTo(tab.button("Add a past workout")).page().keyboard().press("Enter");
            tab.fill("Day", TODAY.plusDays(1).toString())
                    .press("Add its exercises")
                    .blames("Began at", "It must have ended by now");
            tab.accessible().fitsTheScreen().photograph("workout-past");
            tab.fill("Day", day.toString()).fill("Began at", "07:30").fill("Minutes", "50");
            tab.walkTo(tab.button("Add its exercises")).page().keyboard().press("Enter");
            tab.shows("Workout");
            add(tab, "pullups", "Pullups");
            tab.fill("Added weight of set 1, Pullups", "10")
                    .fill("Repetitions of set 1, Pullups", "5")
                    .press("Done: set 1, Pullups");
            assertThat(tab.page().getByRole(AriaRole.TIMER)).hasCount(0);
            tab.press("Add set of Pullups")
                    .press("Assisted: set 2, Pullups")
                    .fill("Added weight of set 2, Pullups", "20");
            tab.press("Done: set 2, Pullups");
            saved(tab);
            tab.accessible().fitsTheScreen().photograph("workout-body-weight");
            tab.press("Done").press("Save workout").shows("Strength");
            tab.says("+10\u00a0kg × 5")
                    .says("−20\u00a0kg assisted × 5")
                    .says("The volume counts your body weight, 80\u00a0kg");
            tab.accessible().fitsTheScreen().photograph("workout-body-weight-summary");
        }
        var past = person.get("workouts?limit=1");
        assertThat(past.<String>path("items[0].localDate")).isEqualTo(day.toString());
        assertThat(Instant.parse(past.path("items[0].startedAt")))
                .isEqualTo(day.atTime(7, 30).atZone(TestClock.zone()).toInstant());
        assertThat(past.<Integer>path("items[0].durationSeconds")).isEqualTo(3000);
        assertThat(past.<Integer>path("items[0].volume")).isEqualTo(750);
    }

    @ParameterizedTest
    @Screens(Screen.PHONE_DARK)
    void aReloadLosesNothingAndTheRestGoesOn(Screen screen) {
        try (var tab = Browser.tab(screen).as(person)) {
            begin(tab);
            tab.says(Pattern.compile("Last time, ")).press("Done: set 1, Barbell Squat");
            assertThat(tab.page().getByRole(AriaRole.TIMER)).isVisible();
            tab.fill("Repetitions of set 1, Barbell Squat", "6");
            tab.page().reload();
            tab.shows("Workout");
            assertThat(tab.field("Repetitions of set 1, Barbell Squat")).hasValue("6");
            assertThat(tab.page().getByRole(AriaRole.TIMER)).containsText(Pattern.compile("1:\\d\\d"));
            tab.press("Skip rest");
            assertThat(tab.page().getByRole(AriaRole.TIMER)).hasCount(0);
            saved(tab);
        }
        assertThat(person.get("workouts/current").<Integer>path("exercises[0].sets[0].reps"))
                .isEqualTo(6);
    }

    @ParameterizedTest
    @Screens(Screen.PHONE_LIGHT)
    void withoutAConnectionOneGoesOnAndItIsSavedLater(Screen screen) {
        try (var tab = Browser.tab(screen).as(person)) {
            begin(tab);
            saved(tab);
            tab.goOffline();
            tab.press("Done: set 1, Barbell Squat");
            tab.says(Pattern.compile("The server cannot be reached.*What you wrote is kept on this device\\."));
            tab.photograph("workout-offline");
            tab.goOnline();
            saved(tab);
        }
        assertThat(person.get("workouts/current").<Boolean>path("exercises[0].sets[0].done"))
                .isTrue();
    }

    @ParameterizedTest
    @Screens(Screen.PHONE_LIGHT)
    void aLostAnswerIsNoConflict(Screen screen) {
        try (var tab = Browser.tab(screen).as(person)) {
            begin(tab);
            saved(tab);
            tab.losingTheAnswer("**/api/v1/workouts/*", () -> {
                tab.press("Done: set 1, Barbell Squat");
                tab.says(Pattern.compile("What you wrote is kept on this device\\."));
            });
            tab.refused(412, () -> tab.fill("Repetitions of set 1, Barbell Squat", "7"));
            saved(tab);
        }
        assertThat(person.get("workouts/current").<Integer>path("exercises[0].sets[0].reps"))
                .isEqualTo(7);
    }

    @ParameterizedTest
    @Screens({Screen.PHONE_DARK, Screen.DESKTOP_LIGHT})
    void whatWasSavedElsewhereIsNeverOverwrittenUnasked(Screen screen) {
        try (var tab = Browser.tab(screen).as(person)) {
            begin(tab);
            saved(tab);
            elsewhere("{\"id\": \"%s\", \"reps\": 3, \"weight\": 60, \"done\": true}".formatted(UUID.randomUUID()));
            tab.refused(412, () -> tab.press("Done: set 1, Barbell Squat"));
            tab.says(
                    "This workout was changed elsewhere meanwhile, to 1 exercise and 1 set; here it has 1 exercise and 1 set.");
            tab.accessible().photograph("workout-conflict");
            tab.press("Mine");
            saved(tab);
        }
        assertThat(person.get("workouts/current").<Integer>path("exercises[0].sets[0].reps"))
                .isEqualTo(5);
    }

    @ParameterizedTest
    @Screens(Screen.PHONE_LIGHT)
    void whatCannotBeIsSaidBesideTheField(Screen screen) {
        try (var tab = Browser.tab(screen).as(Api.signedUp())) {
            begin(tab);
            tab.press("Done: set 1, Barbell Squat")
                    .blames("Weight of set 1, Barbell Squat", "Write the weight, from 0 to 1000 kg");
            tab.fill("Weight of set 1, Barbell Squat", "20");
            tab.press("Done: set 1, Barbell Squat")
                    .blames("Repetitions of set 1, Barbell Squat", "Write a whole number from 0 to 1000");
            tab.fill("Repetitions of set 1, Barbell Squat", "5").fill("RPE of set 1, Barbell Squat", "11");
            tab.press("Done: set 1, Barbell Squat")
                    .blames("RPE of set 1, Barbell Squat", "Write an RPE from 1 to 10, in halves");
            tab.accessible();
            tab.press("Finish workout").press("Save workout");
            assertThat(tab.alert()).containsText("Tick at least one set as done");
        }
    }

    @ParameterizedTest
    @Screens({Screen.PHONE_LIGHT, Screen.DESKTOP_DARK})
    void theOrderIsChangedAndWhatIsRemovedComesBack(Screen screen) {
        try (var tab = Browser.tab(screen).as(person)) {
            begin(tab);
            add(tab, "barbell curl", "Barbell Curl");
            more(tab, "Barbell Curl");
            tab.press("In turn with Barbell Squat");
            assertThat(tab.page().getByText("Superset 1")).hasCount(2);
            tab.press("Move up Barbell Curl");
            assertThat(tab.page().locator(".log-exercise h2").first()).hasText("Barbell Curl");
            tab.press("Plates")
                    .fill("Weight", "100")
                    .says("On each side: 25 + 15.")
                    .press("Close");
            tab.press("Remove Barbell Curl").says("Removed Barbell Curl").press("Undo");
            assertThat(tab.heading("Barbell Curl")).isVisible();
            tab.press("Remove set 1, Barbell Curl").says("Set removed").press("Undo");
            assertThat(tab.field("Weight of set 1, Barbell Curl")).isVisible();
            add(tab, "bench press medium", LONG_NAME);
            add(tab, "pullups", "Pullups");
            more(tab, "Pullups");
            assertThat(tab.button("In turn with " + LONG_NAME)).isVisible();
            tab.accessible().fitsTheScreen().photograph("workout-more");
            saved(tab);
        }
    }

    @ParameterizedTest
    @Screens({Screen.PHONE_LIGHT, Screen.PHONE_DARK, Screen.DESKTOP_LIGHT, Screen.DESKTOP_DARK})
    void workoutsAreLookedAtRepeatedAndDeleted(Screen screen) {
        try (var tab = Browser.tab(screen).as(demo)) {
            tab.open("/training/")
                    .shows("Workouts")
                    .accessible()
                    .fitsTheScreen()
                    .photograph("training");
        }
        try (var tab = Browser.tab(screen).as(person)) {
            tab.open("/training/").shows("Workouts");
            tab.page()
                    .getByRole(AriaRole.LINK)
                    .filter(new Locator.FilterOptions().setHasText("Barbell Squat"))
                    .click();
            tab.shows("Strength").press("Do it again").shows("Workout");
            assertThat(tab.field("Weight of set 2, Barbell Squat")).hasValue("102.5");
            tab.press("Discard workout").says("This workout is deleted");
            tab.open("/training/").shows("Workouts");
            tab.page()
                    .getByRole(AriaRole.BUTTON)
                    .and(tab.page().getByLabel(Pattern.compile("^Delete the workout of")))
                    .click();
            tab.says("No workout yet").press("Undo").says("Barbell Squat");
        }
    }

    /** What was last time's warm-up is this time's warm-up, and its first working set this time's first. */
    @ParameterizedTest
    @Screens(Screen.PHONE_LIGHT)
    void setsStandBesideThoseOfTheirKind(Screen screen) {
        new Gym(person)
                .workout(
                        TODAY.minusDays(2),
                        Workouts.exercise("barbell-squat"),
                        "warm-up:60x8",
                        "warm-up:80x5",
                        "110x5",
                        "115x3");
        try (var tab = Browser.tab(screen).as(person)) {
            begin(tab);
            assertThat(tab.field("Weight of set 1, Barbell Squat")).hasAttribute("placeholder", "110");
            tab.press("Done: set 1, Barbell Squat").press("Add set of Barbell Squat");
            assertThat(tab.field("Weight of set 2, Barbell Squat")).hasValue("110");
            tab.fill("Weight of set 2, Barbell Squat", "");
            assertThat(tab.field("Weight of set 2, Barbell Squat")).hasAttribute("placeholder", "115");
            tab.field("Kind of set 2, Barbell Squat").selectOption("warm-up");
            assertThat(tab.field("Weight of set 2, Barbell Squat")).hasAttribute("placeholder", "60");
            assertThat(tab.field("Weight of set 1, Barbell Squat")).hasValue("110");
            saved(tab);
            askedAboutSlips(tab);
            saved(tab);
        }
    }

    /** Of somebody who did at most 115 kg and 8 repetitions last time. */
    private static void askedAboutSlips(Tab tab) {
        tab.press("Add set of Barbell Squat").fill("Weight of set 3, Barbell Squat", "1000");
        tab.fill("Repetitions of set 3, Barbell Squat", "5").press("Done: set 3, Barbell Squat");
        tab.says(Pattern.compile("^1,?000.kg\\? Last time 115.kg\\.$"))
                .accessible()
                .fitsTheScreen()
                .photograph("workout-asked");
        assertThat(tab.button("Done: set 3, Barbell Squat")).hasAttribute("aria-pressed", "false");
        tab.press("Change set 3, Barbell Squat");
        assertThat(tab.field("Weight of set 3, Barbell Squat")).isFocused();
        tab.fill("Weight of set 3, Barbell Squat", "100").fill("Repetitions of set 3, Barbell Squat", "50");
        tab.press("Done: set 3, Barbell Squat")
                .says("50 repetitions? Last time 8.")
                .press("Keep set 3, Barbell Squat");
        assertThat(tab.button("Done: set 3, Barbell Squat")).hasAttribute("aria-pressed", "true");
    }

    /** The first session of a program whose weights nobody knew. */
    @ParameterizedTest
    @Screens(Screen.PHONE_LIGHT)
    void aWeightIsAskedForOnceAndCarriedToTheSetsWithoutOne(Screen screen) {
        var newcomer = Api.signedUp();
        String planned = Workouts.set("\"reps\": 5, \"done\": false");
        assertThat(newcomer.post(
                                "workouts",
                                Workouts.begun(Workouts.exercise(
                                        Workouts.exercise("barbell-squat"), planned, another(), another())))
                        .statusCode())
                .isEqualTo(201);
        try (var tab = Browser.tab(screen).as(newcomer)) {
            tab.open("/training/").shows("Workouts");
            tab.link("Continue workout").click();
            tab.shows("Workout")
                    .press("Done: set 1, Barbell Squat")
                    .blames("Weight of set 1, Barbell Squat", "Write the weight");
            assertThat(tab.button("Done: set 1, Barbell Squat")).hasAttribute("aria-pressed", "false");
            tab.accessible().photograph("workout-weight-asked");
            tab.fill("Weight of set 1, Barbell Squat", "42.5").press("Done: set 1, Barbell Squat");
            assertThat(tab.field("Weight of set 2, Barbell Squat")).hasValue("42.5");
            tab.fill("Weight of set 2, Barbell Squat", "45").press("Done: set 2, Barbell Squat");
            assertThat(tab.field("Weight of set 3, Barbell Squat")).hasValue("42.5");
            saved(tab);
        }
        assertThat(newcomer.get("workouts/current").<java.util.List<Number>>path("exercises[0].sets.weight"))
                .extracting(Number::doubleValue)
                .containsExactly(42.5, 45.0, 42.5);
    }

    private static String another() {
        return Workouts.set("\"reps\": 5, \"done\": false");
    }

    /** What is going on is no part of what is over, and its rest ends with it. */
    @ParameterizedTest
    @Screens(Screen.PHONE_DARK)
    void whatGoesOnIsNotListedAsDoneAndItsRestEndsWithIt(Screen screen) {
        try (var tab = Browser.tab(screen).as(person)) {
            begin(tab);
            tab.says(Pattern.compile("Last time, ")).press("Done: set 1, Barbell Squat");
            saved(tab);
            tab.open("/training/")
                    .shows("Workouts")
                    .says(Pattern.compile("has been going on since"))
                    .photograph("training-going-on");
            assertThat(tab.region("Done").locator(".workout-rows > li")).hasCount(1);
            tab.link("Continue workout").click();
            tab.shows("Workout");
            assertThat(tab.page().getByRole(AriaRole.TIMER)).isVisible();
            tab.press("Finish workout").press("Save workout").shows("Strength");
            begin(tab);
            assertThat(tab.field("Weight of set 1, Barbell Squat")).isVisible();
            assertThat(tab.page().getByRole(AriaRole.TIMER)).hasCount(0);
            tab.press("Done: set 1, Barbell Squat");
            assertThat(tab.page().getByRole(AriaRole.TIMER)).isVisible();
            tab.press("Discard workout").says("This workout is deleted");
            begin(tab);
            assertThat(tab.field("Weight of set 1, Barbell Squat")).isVisible();
            assertThat(tab.page().getByRole(AriaRole.TIMER)).hasCount(0);
        }
    }

    @ParameterizedTest
    @Screens(Screen.PHONE_LIGHT)
    void anAddressWithoutAWorkoutSaysSo(Screen screen) {
        try (var tab = Browser.tab(screen).as(person)) {
            tab.open("/workout/")
                    .shows("Workout")
                    .says("There is no such workout")
                    .accessible();
        }
    }

    private static void begin(Tab tab) {
        tab.open("/training/").shows("Workouts").press("Start workout").shows("Workout");
        add(tab, "barbell squat", "Barbell Squat");
    }

    private static void add(Tab tab, String words, String name) {
        tab.press("Add exercise").fill("Search exercises", words);
        choice(tab, name).click();
        assertThat(tab.heading(name)).isVisible();
    }

    private static Locator choice(Tab tab, String name) {
        return tab.page()
                .locator(".chooser-item")
                .filter(new Locator.FilterOptions()
                        .setHas(tab.page()
                                .locator("strong")
                                .getByText(name, new Locator.GetByTextOptions().setExact(true))));
    }

    private static void more(Tab tab, String name) {
        tab.page()
                .locator("summary")
                .filter(new Locator.FilterOptions().setHasText("More for " + name))
                .click();
    }

    private static void saved(Tab tab) {
        assertThat(tab.page().locator(".save-state"))
                .hasText("Saved", new LocatorAssertions.HasTextOptions().setTimeout(15_000));
    }

    /** Another device saves the workout with this set alone. */
    private void elsewhere(String set) {
        var current = person.get("workouts/current");
        String workout = Workouts.goingOn(
                current.path("localDate"),
                Workouts.exercise(
                        UUID.fromString(current.path("exercises[0].id")),
                        UUID.fromString(current.path("exercises[0].exerciseId")),
                        set));
        String now = current.path("startedAt");
        assertThat(person.change(
                                "workouts/" + current.path("id"),
                                "\"" + current.path("version") + "\"",
                                workout.replaceFirst("\"startedAt\": \"[^\"]*\"", "\"startedAt\": \"" + now + "\""))
                        .statusCode())
                .isEqualTo(200);
    }
}

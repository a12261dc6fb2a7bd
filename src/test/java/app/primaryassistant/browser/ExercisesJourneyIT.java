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
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.sql.SQLException;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;

@RequiresProgram("chromium")
class ExercisesJourneyIT {

    private static Api demo;

    @BeforeAll
    static void signIn() throws SQLException, IOException {
        Demo.prepare(Application.running().database());
        demo = Api.stranger().signIn(Demo.NAME, Demo.PASSWORD);
    }

    @ParameterizedTest
    @Screens({Screen.PHONE_LIGHT, Screen.PHONE_DARK, Screen.DESKTOP_LIGHT, Screen.DESKTOP_DARK})
    void anExerciseIsFoundInSpiteOfASlip(Screen screen) {
        try (var tab = Browser.tab(screen).as(demo)) {
            tab.open("/exercises/")
                    .shows("Exercises")
                    .accessible()
                    .fitsTheScreen()
                    .photograph("exercises");
            tab.fill("Search", "barbel sqaut");
            assertThat(row(tab, "Barbell Squat")).isVisible();
            assertThat(tab.page()).hasURL(Pattern.compile("q=barbel\\+sqaut"));

            tab.page().reload();
            tab.shows("Exercises");
            assertThat(tab.field("Search")).hasValue("barbel sqaut");
            assertThat(row(tab, "Barbell Squat")).isVisible();
        }
    }

    @ParameterizedTest
    @Screens(Screen.PHONE_LIGHT)
    void onlyWhatWasAskedLastIsShown(Screen screen) {
        try (var tab = Browser.tab(screen).as(demo)) {
            tab.open("/exercises/").shows("Exercises");
            tab.beforeTheAnswer("**/api/v1/exercises*q=curl*", () -> tab.fill("Search", "curl"), () -> {
                tab.fill("Search", "squat");
                assertThat(row(tab, "Barbell Squat")).isVisible();
            });
            assertThat(row(tab, "Barbell Curl")).hasCount(0);
            assertThat(row(tab, "Barbell Squat")).isVisible();
        }
    }

    @ParameterizedTest
    @Screens({Screen.PHONE_DARK, Screen.DESKTOP_LIGHT})
    void aLibraryThatCannotBeReadSaysSoAndIsTriedAgain(Screen screen) {
        try (var tab = Browser.tab(screen).as(demo)) {
            tab.whileAnswering(500, "**/api/v1/exercises/definitions", () -> {
                tab.open("/exercises/")
                        .shows("Exercises")
                        .says("Something went wrong")
                        .accessible();
            });
            tab.press("Try again").shows("Exercises");
            assertThat(row(tab, "3/4 Sit-Up")).isVisible();
            tab.whileAnswering(503, "**/api/v1/exercises?*", () -> {
                tab.fill("Search", "squat");
                assertThat(tab.alert()).containsText("The service is busy or restarting");
            });
            tab.accessible().fitsTheScreen().photograph("exercises-failed");
            assertThat(tab.field("Search")).hasValue("squat");
            tab.press("Try again");
            assertThat(row(tab, "Barbell Squat")).isVisible();
        }
    }

    @ParameterizedTest
    @Screens({Screen.PHONE_DARK, Screen.DESKTOP_LIGHT})
    void aMuscleIsChosenOnTheBodyByKeyboardAlone(Screen screen) {
        try (var tab = Browser.tab(screen).as(demo)) {
            tab.open("/exercises/").shows("Exercises");
            if (screen == Screen.PHONE_DARK) {
                tab.walkTo(tab.page().getByText("Choose on the body"));
                tab.page().keyboard().press("Enter");
            }
            tab.walkTo(muscle(tab, "Neck"));
            for (int steps = 0; steps < 3; steps++) {
                tab.page().keyboard().press("ArrowDown");
            }
            assertThat(muscle(tab, "Chest")).isFocused();
            tab.page().keyboard().press("Enter");
            assertThat(tab.page()).hasURL(Pattern.compile("muscle=chest"));
            assertThat(tab.field("Muscle")).hasValue("chest");
            assertThat(muscle(tab, "Chest")).hasAttribute("aria-pressed", "true");
            tab.accessible().photograph("exercises-muscle");

            tab.page().keyboard().press("Enter");
            assertThat(tab.field("Muscle")).hasValue("");
            tab.page().goBack();
            assertThat(tab.field("Muscle")).hasValue("chest");
        }
    }

    @ParameterizedTest
    @Screens({Screen.PHONE_LIGHT, Screen.DESKTOP_DARK})
    void favouritesAreKeptTogether(Screen screen) {
        try (var tab = Browser.tab(screen).as(Api.signedUp())) {
            tab.open("/exercises/?shelf=favourite")
                    .shows("Exercises")
                    .says("No favourites yet")
                    .accessible();
            tab.press("Show all exercises").fill("Search", "barbell squat").press("Favourite Barbell Squat");
            assertThat(tab.button("Favourite Barbell Squat")).hasAttribute("aria-pressed", "true");
            tab.fill("Search", "");
            tab.field("Favourites").check();
            assertThat(row(tab, "Barbell Squat")).isVisible();
            assertThat(found(tab).getByRole(AriaRole.LISTITEM)).hasCount(1);
        }
    }

    @ParameterizedTest
    @Screens({Screen.PHONE_LIGHT, Screen.DESKTOP_DARK})
    void whatTheLibraryLacksIsAddedChangedAndDeletedWithAWayBack(Screen screen) {
        Api person = Api.signedUp();
        try (var tab = Browser.tab(screen).as(person)) {
            tab.open("/exercises/?shelf=mine")
                    .shows("Exercises")
                    .says("None of your own yet")
                    .press("Add your own");
            tab.press("Save").blames("Name", "name");
            tab.accessible().photograph("exercise-dialog");
            tab.fill("Name", "Atlas hold").fill("How it is done", "Lift the stone\nCarry it");
            tab.goOffline().press("Save");
            assertThat(tab.alert()).containsText("cannot be reached");
            assertThat(tab.field("Name")).hasValue("Atlas hold");
            tab.goOnline().pressLosingTheAnswer("**/api/v1/exercises/*", "Save");
            tab.fill("Name", "Atlas carry");
            tab.refused(412, () -> tab.press("Save"));
            tab.says("Added Atlas carry");
            row(tab, "Atlas carry").click();

            tab.shows("Atlas carry").says("Carry it").press("Edit");
            tab.fill("Name", "Atlas walk").press("Save").shows("Atlas walk");
            changeElsewhere(person, "Atlas march", () -> tab.press("Edit").fill("Name", "Atlas run"));
            tab.refused(412, () -> tab.press("Save"));
            assertThat(tab.alert()).containsText("It was changed elsewhere meanwhile");
            assertThat(tab.alert()).containsText("There it is called Atlas march now");
            assertThat(tab.field("Name")).hasValue("Atlas run");
            tab.accessible().press("Save mine").shows("Atlas run");
            tab.press("Delete").says("This exercise is deleted.").press("Undo").says("Restored Atlas run");
            assertThat(tab.button("Delete")).isVisible();
        }
    }

    @ParameterizedTest
    @Screens(Screen.PHONE_LIGHT)
    void whatWasTypedOutlivesAReload(Screen screen) {
        try (var tab = Browser.tab(screen).as(Api.signedUp())) {
            tab.open("/exercises/").shows("Exercises").press("Add your own").fill("Name", "Atlas carry");
            tab.page().reload();
            tab.shows("Exercises").press("Add your own");
            assertThat(tab.field("Name")).hasValue("Atlas carry");
            tab.press("Cancel").press("Add your own");
            assertThat(tab.field("Name")).hasValue("");
        }
    }

    @ParameterizedTest
    @Screens({Screen.PHONE_LIGHT, Screen.PHONE_DARK, Screen.DESKTOP_LIGHT, Screen.DESKTOP_DARK})
    void oneExerciseShowsWhereOneStandsWithIt(Screen screen) {
        try (var tab = Browser.tab(screen).as(demo)) {
            tab.open(pageOf("barbell-squat")).shows("Barbell Squat");
            tab.draws(tab.picture("Estimated maximum on \\d+ days"))
                    .accessible()
                    .fitsTheScreen()
                    .photograph("exercise");
            assertThat(tab.picture("Quadriceps first, calves, glutes, hamstrings, lower back besides"))
                    .isVisible();

            tab.page().getByText("Show as table").click();
            assertThat(tab.region("Estimated maximum by day")
                            .getByRole(AriaRole.ROW)
                            .nth(1))
                    .isVisible();
            tab.field("All").check();
            Locator sessions = tab.region("History").locator(".sessions > li");
            assertThat(sessions).hasCount(10);
            tab.press("Load older");
            assertThat(sessions).hasCount(20);
            tab.accessible();
        }
    }

    @ParameterizedTest
    @Screens({Screen.PHONE_DARK, Screen.DESKTOP_LIGHT})
    void whatWasNeverDoneSaysWhatToDo(Screen screen) {
        try (var tab = Browser.tab(screen).as(Api.signedUp())) {
            tab.open(pageOf("barbell-squat"))
                    .shows("Barbell Squat")
                    .says("Not done yet")
                    .accessible()
                    .photograph("exercise-new");
            tab.refused(404, () -> tab.open("/exercises/?id=" + UUID.randomUUID()));
            tab.says("There is no such exercise").accessible();
        }
    }

    @ParameterizedTest
    @Screens(Screen.DESKTOP_LIGHT)
    void weightsStandInOnesOwnUnit(Screen screen) {
        Api person = Api.signedUp();
        var units = """
                {"displayName": "Kim", "zone": "%s", "locale": "en-GB",
                 "units": {"mass": "lb", "length": "in", "temperature": "°F", "glucose": "mg/dL"}}
                """.formatted(TestClock.zone());
        assertThat(person.change("profile", person.get("profile").header("ETag"), units)
                        .statusCode())
                .isEqualTo(200);
        new Gym(person).workout(TestClock.today(), Workouts.exercise("barbell-squat"), "100x5@8");
        try (var tab = Browser.tab(screen).as(person)) {
            tab.open(pageOf("barbell-squat")).shows("Barbell Squat");
            assertThat(tab.region("Personal records")).containsText("220.5\u00a0lb");
        }
    }

    /** The one exercise of somebody's own gets another name in another tab, after this one has begun to change it. */
    private static void changeElsewhere(Api person, String name, Runnable here) {
        here.run();
        var standing = person.get("exercises?mine=true");
        var body = "{\"name\": \"%s\", \"category\": \"strength\", \"tracking\": \"weight-reps\"}".formatted(name);
        String version = "\"" + standing.path("items[0].version") + "\"";
        assertThat(person.change("exercises/" + standing.path("items[0].id"), version, body)
                        .statusCode())
                .isEqualTo(200);
    }

    private static String pageOf(String slug) {
        return "/exercises/?id=" + Workouts.exercise(slug);
    }

    private static Locator found(Tab tab) {
        return tab.region("Found");
    }

    private static Locator row(Tab tab, String name) {
        return found(tab)
                .getByRole(AriaRole.LINK)
                .filter(new Locator.FilterOptions()
                        .setHas(tab.page().getByText(name, new Page.GetByTextOptions().setExact(true))));
    }

    private static Locator muscle(Tab tab, String name) {
        return tab.page()
                .getByRole(AriaRole.BUTTON)
                .and(tab.page().getByLabel(Pattern.compile("^" + name + ", \\d+ exercises")));
    }
}

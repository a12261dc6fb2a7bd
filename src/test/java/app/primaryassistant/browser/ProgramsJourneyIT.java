package app.primaryassistant.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.primaryassistant.local.TestClock;
import app.primaryassistant.support.Api;
import app.primaryassistant.support.Browser;
import app.primaryassistant.support.Gym;
import app.primaryassistant.support.RequiresProgram;
import app.primaryassistant.support.Screen;
import app.primaryassistant.support.Screens;
import app.primaryassistant.support.Tab;
import app.primaryassistant.support.Workouts;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import groovy.json.JsonOutput;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;

/** Programs as people follow them: chosen, begun, trained by, left out for a day, and changed to one's own liking. */
@RequiresProgram("chromium")
class ProgramsJourneyIT {

    private static final String FIVES = "Alternating fives";
    private static final String SQUAT = "Barbell Full Squat";
    private static final String BENCH = "Barbell Bench Press - Medium Grip";
    private static final String ROW = "Bent Over Barbell Row";

    private final Api person = Api.signedUp();

    @ParameterizedTest
    @Screens({Screen.PHONE_LIGHT, Screen.DESKTOP_DARK})
    void aProgramIsBegunAndTrainedByAndSaysWhyTheNextSessionIsHeavier(Screen screen) {
        new Gym(person)
                .workout(
                        TestClock.today().minusDays(7), Workouts.exercise("barbell-bench-press-medium-grip"), "60x5@8");
        try (var tab = Browser.tab(screen).as(person)) {
            tab.open("/programs/").shows("Programs").says("You follow no program");
            tab.accessible().fitsTheScreen().photograph("programs-none");
            row(tab, FIVES).click();
            tab.shows(FIVES);
            assertThat(tab.region("Five sets"))
                    .containsText(
                            "+2.5\u00a0kg once all 5 sets reach 5 repetitions. 3 failures in a row take 10 % off.");
            tab.accessible().fitsTheScreen().photograph("program");

            tab.link("Start this program").click();
            tab.shows("Start " + FIVES);
            assertThat(tab.field(BENCH)).hasValue(Pattern.compile("5\\d(\\.5)?"));
            assertThat(tab.field(BENCH))
                    .hasAccessibleDescription(
                            Pattern.compile("From your estimated maximum of .*about 3 repetitions stay in reserve"));
            tab.field("Plates in").selectOption("lb");
            assertThat(tab.field(BENCH))
                    .hasAccessibleDescription(Pattern.compile("From your estimated maximum of [\\d.]+\u00a0lb, "));
            tab.fill(SQUAT, "heavy").press("Start program").blames(SQUAT, "Write a weight from 0 to 2204 lb");
            tab.field("Plates in").selectOption("kg");
            tab.press("Start program").blames(SQUAT, "Write a weight from 0 to 1000 kg");
            tab.accessible().fitsTheScreen().photograph("program-start");
            tab.fill(SQUAT, "60").press("Start program");
            tab.shows("Programs");
            next(tab, "Workout A");
            tab.accessible().fitsTheScreen().photograph("programs-running");

            leaveOutAndPause(tab);
            trainAsPlanned(tab);

            tab.open("/programs/").shows("Programs");
            next(tab, "Workout B");
            tab.says("1 done");
            tab.press("End program").press("End it").says("You follow no program");
            assertThat(tab.region("Followed before")).containsText(FIVES);
            tab.accessible();
        }
        assertThat(person.get("enrolments").<List<Integer>>path("items.done")).containsExactly(1);
    }

    private void leaveOutAndPause(Tab tab) {
        tab.press("Skip it");
        next(tab, "Workout B");
        tab.press("Undo");
        next(tab, "Workout A");
        tab.press("Skip it");
        next(tab, "Workout B");
        tab.press("Take back: Workout A was skipped");
        next(tab, "Workout A");
        tab.press("Pause").says("Nothing is due while it is paused.");
        assertThat(tab.button("Start this session")).hasCount(0);
        tab.press("Resume");
        assertThat(tab.button("Start this session")).isVisible();
        tab.link("Days and weights").click();
        tab.shows("Days and weights");
        assertThat(tab.field(SQUAT)).hasValue("60");
        tab.fill(SQUAT, "62.5").press("Save").shows("Programs").says("5 × 5 with 62.5\u00a0kg");
    }

    private void trainAsPlanned(Tab tab) {
        tab.open("/training/").shows("Workouts").accessible().fitsTheScreen().photograph("training-with-program");
        Locator start = tab.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Start Workout A$")));
        tab.losingTheAnswer("**/api/v1/workouts/*", () -> {
            start.click();
            tab.says("The server cannot be reached");
        });
        String begun = person.get("workouts/current").path("id");
        // What is done in it by another device stays.
        String more = Workouts.exercise(Workouts.exercise("barbell-curl"));
        assertThat(person.put("workouts/" + begun + "/exercises/" + UUID.randomUUID(), more)
                        .statusCode())
                .isEqualTo(200);
        tab.refused(412, start::click);
        tab.shows(FIVES + ": A");
        assertThat(tab.region("Barbell Curl")).isVisible();
        Locator squat = tab.region(SQUAT);
        assertThat(squat).containsText("5 × 5 with 62.5\u00a0kg");
        assertThat(squat).containsText("The starting weight you chose.");
        assertThat(squat.getByText("Target 5 with 62.5\u00a0kg")).hasCount(5);
        // Nobody said what is rowed; the first set is asked, and the others take it.
        tab.fill("Weight of set 1, " + ROW, "40");
        Locator ticks = tab.page().locator(".set-done");
        for (int i = 0, all = ticks.count(); i < all; i++) {
            ticks.nth(i).click();
        }
        assertThat(tab.page().locator(".set-done[aria-pressed=true]")).hasCount(ticks.count());
        assertThat(tab.page().locator(".save-state"))
                .hasText("Saved", new LocatorAssertions.HasTextOptions().setTimeout(15_000));
        tab.accessible().fitsTheScreen().photograph("program-workout");
        tab.press("Finish workout").press("Save workout");
        Locator ahead = tab.region("What comes next");
        assertThat(ahead).containsText("Workout B");
        assertThat(ahead).containsText("5 × 5 with 65\u00a0kg");
        assertThat(ahead).containsText("+2.5 kg, because all sets reached 5 repetitions.");
        tab.accessible().fitsTheScreen().photograph("program-workout-done");
    }

    @ParameterizedTest
    @Screens(Screen.PHONE_DARK)
    void aProgramIsBegunByKeyboardAlone(Screen screen) {
        try (var tab = Browser.tab(screen).as(person)) {
            tab.open("/programs/").shows("Programs");
            tab.walkTo(row(tab, "Four-week waves")).page().keyboard().press("Enter");
            tab.shows("Four-week waves");
            tab.walkTo(tab.link("Start this program")).page().keyboard().press("Enter");
            tab.shows("Start Four-week waves");
            tab.walkTo(tab.field("Monday")).page().keyboard().press("Space");
            tab.walkTo(tab.field("Sunday")).page().keyboard().press("Space");
            tab.walkTo(tab.field("Standing Military Press")).page().keyboard().type("50");
            tab.walkTo(tab.button("Start program")).page().keyboard().press("Enter");
            tab.shows("Programs").says("5 with 32.5\u00a0kg; 5 with 37.5\u00a0kg; 5 or more with 42.5\u00a0kg");
            tab.accessible().fitsTheScreen().photograph("programs-running-waves");
        }
        assertThat(person.get("enrolments/current").<List<Integer>>path("daysOfWeek"))
                .containsExactly(2, 4, 5, 7);
    }

    @ParameterizedTest
    @Screens({Screen.PHONE_DARK, Screen.DESKTOP_LIGHT})
    void aCopyIsChangedAndAStaleChangeIsShown(Screen screen) {
        try (var tab = Browser.tab(screen).as(person)) {
            tab.open("/programs/").shows("Programs");
            row(tab, FIVES).click();
            tab.shows(FIVES).link("Copy and change").click();
            tab.shows("Copy of " + FIVES)
                    .fill("Name", "")
                    .press("Save program")
                    .blames("Name", "Give the program a name");
            tab.fill("Name", "Fives of mine");
            Locator first = tab.region("Session 1: A");
            change(first, BENCH).click();
            tab.field("How it progresses").selectOption("double-progression");
            tab.fill("Repetitions from", "8")
                    .fill("Up to", "6")
                    .press("Apply")
                    .blames("Up to", "Must be above the low end");
            tab.accessible().photograph("program-rule");
            tab.fill("Up to", "12").press("Apply");
            assertThat(change(first, BENCH)).containsText("5 × 8–12");
            first.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Remove " + ROW))
                    .click();
            assertThat(change(first, ROW)).hasCount(0);
            tab.press("Undo");
            assertThat(change(first, ROW)).isVisible();
            first.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Move up " + ROW))
                    .click();
            first.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Add exercise to A"))
                    .click();
            tab.fill("Search exercises", "barbell curl");
            tab.page()
                    .locator(".chooser-item")
                    .filter(new Locator.FilterOptions()
                            .setHas(tab.page().getByText("Barbell Curl", new Page.GetByTextOptions().setExact(true))))
                    .click();
            tab.fill("Sets", "2").press("Apply");
            assertThat(change(first, "Barbell Curl")).containsText("2 × 8–12");
            tab.accessible().fitsTheScreen().photograph("program-editor");
            tab.fill("Name", "Sixes of mine");
            tab.pressLosingTheAnswer("**/api/v1/programs/*", "Save program").fill("Name", "Fives of mine");
            tab.refused(412, () -> tab.press("Save program"));
            tab.shows("Fives of mine");
            assertThat(tab.region("Five sets")).containsText("Barbell Curl");
            tab.accessible().fitsTheScreen();

            tab.link("Edit").click();
            tab.shows("Edit Fives of mine").fill("Name", "Mine of today");
            elsewhere("Theirs");
            tab.refused(412, () -> tab.press("Save program"));
            tab.says("This program was changed elsewhere meanwhile; there it is called Theirs. Which one shall stand?");
            tab.accessible().photograph("program-conflict");
            tab.press("Mine").shows("Mine of today");

            tab.press("Delete").says("This program is deleted").press("Undo").shows("Mine of today");
            assertThat(tab.link("Edit")).isVisible();
        }
        Map<String, Object> own = person.get("programs").path("items[0]");
        assertThat(own.get("name")).isEqualTo("Mine of today");
        assertThat(person.get("programs/" + own.get("id"))
                        .<List<String>>path("program.phases[0].weeks[1].days[1].exercises.rule.rule"))
                .as("the same session in the second week is changed alike")
                .containsExactly("linear", "linear", "double-progression", "double-progression");
    }

    /** Another device gives the person's newest program another name. */
    private void elsewhere(String name) {
        String path = "programs/" + person.get("programs").path("items[0].id");
        var standing = person.get(path);
        Map<String, Object> program = standing.path("program");
        program.put("name", name);
        assertThat(person.change(path, standing.header("ETag"), JsonOutput.toJson(program))
                        .statusCode())
                .isEqualTo(200);
    }

    private static Locator row(Tab tab, String name) {
        return tab.page().locator(".program-rows a").filter(new Locator.FilterOptions().setHasText(name));
    }

    private static Locator change(Locator session, String exercise) {
        return session.locator(".editor-slot-words").filter(new Locator.FilterOptions().setHasText(exercise));
    }

    private static void next(Tab tab, String day) {
        assertThat(tab.page().locator("#next-session")).containsText("Next: " + day);
    }
}

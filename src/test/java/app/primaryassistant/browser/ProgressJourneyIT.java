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
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;

@RequiresProgram("chromium")
class ProgressJourneyIT {

    private static Api demo;

    @BeforeAll
    static void signIn() throws SQLException, IOException {
        Demo.prepare(Application.running().database());
        demo = Api.stranger().signIn(Demo.NAME, Demo.PASSWORD);
    }

    @ParameterizedTest
    @Screens({Screen.PHONE_LIGHT, Screen.PHONE_DARK, Screen.DESKTOP_LIGHT, Screen.DESKTOP_DARK})
    void threeYearsAddUp(Screen screen) {
        try (var tab = Browser.tab(screen).as(demo)) {
            tab.open("/progress/").shows("Progress");
            tab.draws(tab.picture("\\S+: hard sets in 8.weeks"));
            tab.draws(tab.picture("Load from"));
            tab.draws(tab.picture("Volume from"));
            tab.accessible().fitsTheScreen().photograph("progress");
        }
    }

    @ParameterizedTest
    @Screens({Screen.PHONE_LIGHT, Screen.DESKTOP_DARK})
    void everyPlotHasItsTableAndEveryNumberItsReasons(Screen screen) {
        try (var tab = Browser.tab(screen).as(demo)) {
            tab.open("/progress/").shows("Progress");
            tab.page().getByText("Show all muscles and weeks as table").click();
            // On the first day of a year nothing stands in it yet.
            tab.region("The year").getByLabel("The year before").click();
            for (String part : new String[] {"Training load", "Volume by week", "The year"}) {
                tab.region(part).getByText("Show as table").click();
            }
            for (String table : new String[] {
                "Hard sets by muscle and week", "Load by day", "Table of volume by week", "Days of training"
            }) {
                assertThat(tab.region(table).getByRole(AriaRole.ROW).nth(1)).isAttached();
            }
            for (String number : new String[] {"Monotony", "Strain", "Acute load", "Chronic load", "Adherence"}) {
                assertThat(tab.page()
                                .getByText("How was this computed? " + number)
                                .first())
                        .isVisible();
            }
            tab.page().getByText("How was this computed? Monotony").click();
            tab.accessible().fitsTheScreen().photograph("progress-tables");
        }
    }

    @ParameterizedTest
    @Screens({Screen.PHONE_LIGHT, Screen.DESKTOP_LIGHT})
    void aMuscleShowsItsWeeks(Screen screen) {
        try (var tab = Browser.tab(screen).as(demo)) {
            tab.open("/progress/").shows("Progress");
            Locator chest = tab.region("Hard sets by muscle")
                    .getByRole(AriaRole.BUTTON)
                    .filter(new Locator.FilterOptions().setHasText("Chest"));
            chest.click();
            assertThat(chest).hasAttribute("aria-pressed", "true");
            tab.draws(tab.picture("Chest: hard sets in 8.weeks"));
            meansAreOfTheWeeksInThePlot(tab.region("Hard sets by muscle"));
            tab.field("26 w").check();
            tab.draws(tab.picture("Chest: hard sets in 26.weeks")).accessible();
        }
    }

    /** The mean of the bars is the number beside them, and the explanation counts as many weeks. */
    private static void meansAreOfTheWeeksInThePlot(Locator sets) {
        List<?> bars = (List<?>) sets.locator("day-plot").evaluate("(plot) => plot.given.series[0].values");
        double mean = bars.stream()
                .mapToDouble(bar -> ((Number) bar).doubleValue())
                .average()
                .orElseThrow();
        assertThat(sets.locator(".figure-value"))
                .containsText(BigDecimal.valueOf(mean)
                        .setScale(1, RoundingMode.HALF_UP)
                        .toPlainString());
        assertThat(sets.locator(".explanation").first())
                .containsText(Pattern.compile("Whole weeks\\s*" + bars.size() + "\\s"));
    }

    @ParameterizedTest
    @Screens({Screen.PHONE_DARK, Screen.DESKTOP_LIGHT})
    void theYearIsReadByKeyboardAlone(Screen screen) {
        try (var tab = Browser.tab(screen).as(demo)) {
            tab.open("/progress/").shows("Progress").press("The year before");
            int before = TestClock.today().getYear() - 1;
            Locator grid = tab.page().getByRole(AriaRole.GRID).and(tab.page().getByLabel("Training in " + before));
            assertThat(grid).isVisible();
            Locator day = grid.locator("[tabindex='0']");
            tab.walkTo(day);
            tab.page().keyboard().press("Home");
            assertThat(grid.locator("[data-day='" + before + "-01-01']")).isFocused();
            tab.page().keyboard().press("ArrowLeft");
            assertThat(grid.locator("[data-day='" + before + "-01-01']")).isFocused();
            tab.page().keyboard().press("ArrowRight");
            assertThat(day).isFocused();
            assertThat(day).hasAttribute("data-day", before + "-01-08");
            assertThat(tab.region("The year").locator(".plot-readout"))
                    .containsText(Pattern.compile("8 Jan " + before));
        }
    }

    @ParameterizedTest
    @Screens({Screen.PHONE_LIGHT, Screen.DESKTOP_DARK})
    void theGoalIsOnesOwn(Screen screen) {
        Api person = Api.signedUp();
        var gym = new Gym(person);
        LocalDate today = TestClock.today();
        gym.workout(today.minusDays(7));
        gym.workout(today);
        try (var tab = Browser.tab(screen).as(person)) {
            tab.open("/progress/").shows("Progress");
            tab.field("Sessions a week").selectOption("1");
            tab.press("Save goal").says("The goal is 1 session a week").says("1 of 1\u00a0session this week");
            assertThat(tab.region("Weekly goal").locator(".headline-value")).containsText("2weeks in a row");
            tab.accessible().photograph("progress-two-weeks");

            assertThat(person.change("load/goal", "\"1\"", "{\"sessionsPerWeek\": 3}")
                            .statusCode())
                    .isEqualTo(200);
            tab.field("Sessions a week").selectOption("2");
            tab.refused(412, () -> tab.press("Save goal"));
            assertThat(tab.alert()).containsText("The goal was changed elsewhere meanwhile");
            assertThat(tab.alert()).containsText("It is 3 there");
            assertThat(tab.field("Sessions a week")).hasValue("2");
            tab.accessible().press("Save goal").says("The goal is 2 sessions a week");
        }
    }

    @ParameterizedTest
    @Screens({Screen.PHONE_DARK, Screen.DESKTOP_LIGHT})
    void anEmptyRoomSaysWhatToDoFirst(Screen screen) {
        try (var tab = Browser.tab(screen).as(Api.signedUp())) {
            tab.open("/progress/")
                    .shows("Progress")
                    .says("Nothing adds up yet")
                    .accessible()
                    .photograph("progress-empty");
        }
    }

    @ParameterizedTest
    @Screens(Screen.PHONE_LIGHT)
    void aPartThatFailsLeavesTheOthers(Screen screen) {
        try (var tab = Browser.tab(screen).as(demo)) {
            tab.losingTheAnswer("**/api/v1/load?days=90", () -> {
                tab.open("/progress/");
                assertThat(tab.region("Training load")).containsText("The server cannot be reached");
            });
            tab.draws(tab.picture("Volume from")).accessible().press("Try again");
            tab.draws(tab.picture("Load from"));
        }
    }
}

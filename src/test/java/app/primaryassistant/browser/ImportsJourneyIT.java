package app.primaryassistant.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import app.primaryassistant.support.Api;
import app.primaryassistant.support.Browser;
import app.primaryassistant.support.RequiresProgram;
import app.primaryassistant.support.Screen;
import app.primaryassistant.support.Screens;
import app.primaryassistant.support.Tab;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;

/** Years of another program's notes come in, are looked at before anything is written, and can go again. */
@RequiresProgram("chromium")
class ImportsJourneyIT {

    /** Its days are all of the first twelve of a month, one exercise is called like none, and one row is implausible. */
    private static final String STRONG = """
            Date;Workout Name;Exercise Name;Set Order;Weight;Weight Unit;Reps;RPE;Distance;Distance Unit;Seconds;Notes;\
            Workout Notes;Workout Duration
            "03/04/2024 07:30:00";"Push";"Barbell Squat";W;40;kg;10;;0;;0;"";"felt good";1h 5m
            "03/04/2024 07:30:00";"Push";"Barbell Squat";1;80;kg;5;8.5;0;;0;"";"felt good";1h 5m
            "03/04/2024 07:30:00";"Push";"Barbell Squat";2;80;kg;5000;9;0;;0;"";"felt good";1h 5m
            "03/04/2024 07:30:00";"Push";"Deadlift (Barbell)";1;140;kg;5;;0;;0;"";"felt good";1h 5m
            "05/04/2024 18:00:00";"Odd things";"My Odd Lift";1;20;kg;5;;0;;0;"";"";35m
            "05/04/2024 18:00:00";"Odd things";"Zercher Carry";1;60;kg;8;;0;;0;"";"";35m
            """;

    private static final String WEIGHTS = """
            Date;Time;Weight (kg);Body fat;Note
            31.03.2024;07:12;80,5;18,2;slept well
            01.04.2024;07:10;80,4;;
            02.04.2024;07:10;8000;;
            """;

    private static final String SQUATS = """
            Date,Workout Name,Duration,Exercise Name,Set Order,Weight (kg),Reps,Distance,Seconds,RPE
            2024-03-31 07:30:00,Legs,1h,Barbell Squat,1,100,5,0,0,8
            """;

    private final Api person = Api.signedUp();

    @ParameterizedTest
    @Screens({Screen.PHONE_LIGHT, Screen.DESKTOP_DARK})
    void aHistoryComesInByKeyboardAndGoesAgain(Screen screen) {
        try (var tab = Browser.tab(screen).as(person)) {
            tab.open("/training/").shows("Workouts").link("Bring your history").click();
            tab.shows("Import").says("None yet.").accessible().fitsTheScreen();
            assertThat(tab.link("Import")).isInViewport(new LocatorAssertions.IsInViewportOptions().setRatio(1));
            bring(tab, "strong.csv", STRONG);

            tab.shows("strong.csv");
            assertThat(tab.heading("One question first")).isFocused();
            tab.accessible().fitsTheScreen().photograph("import-question");
            tab.walkTo(tab.button("Continue")).page().keyboard().press("Enter");
            tab.says("Please answer every question");
            assertThat(order(tab, "Day first")).isFocused();
            tab.says("03/04/2024 is April 3, 2024").page().keyboard().press("Space");
            tab.page().reload();
            tab.shows("strong.csv");
            tab.walkTo(order(tab, "Day first")).page().keyboard().press("Space");
            tab.walkTo(tab.button("Continue")).page().keyboard().press("Enter");

            assertThat(tab.heading("2 exercises to match")).isFocused();
            tab.accessible().fitsTheScreen().photograph("import-names");
            choose(tab, "My Odd Lift", "Make");
            tab.walkTo(tab.button("Search the library for Zercher Carry"))
                    .page()
                    .keyboard()
                    .press("Enter");
            assertThat(tab.field("Search exercises")).hasValue("Zercher Carry");
            tab.fill("Search exercises", "zercher squats");
            tab.walkTo(tab.page()
                            .locator(".chooser-item")
                            .filter(new Locator.FilterOptions().setHasText("Zercher Squats")))
                    .page()
                    .keyboard()
                    .press("Enter");
            assertThat(asked(tab, "Zercher Carry")).isFocused();
            tab.page().reload();
            tab.shows("strong.csv");
            assertThat(asked(tab, "My Odd Lift")).hasValue("own");
            assertThat(asked(tab, "Zercher Carry").locator("option:checked")).hasText("Zercher Squats");
            tab.walkTo(tab.button("Use these exercises")).page().keyboard().press("Enter");

            assertThat(tab.heading("Exercises")).isFocused();
            assertThat(sum(tab, "What would be added", "Workouts to add")).hasText("2");
            assertThat(sum(tab, "What would be added", "Not taken over")).hasText("1");
            tab.walkTo(tab.page().getByText("Show why")).page().keyboard().press("Enter");
            assertThat(tab.region("What is not taken over")).containsText(Pattern.compile("4.*Reps"));
            tab.accessible().fitsTheScreen().photograph("import-preview");
            tab.walkTo(tab.button("Import 2 workouts")).page().keyboard().press("Enter");

            assertThat(tab.heading("It is here now")).isFocused();
            assertThat(sum(tab, "It is here now", "Sets")).hasText("5");
            tab.accessible().fitsTheScreen().photograph("import-result");
            tab.walkTo(tab.link("See the workouts")).page().keyboard().press("Enter");
            tab.shows("Workouts").says("Odd things");
            assertThat(tab.page().locator(".workout-rows > li")).hasCount(2);

            tab.open("/imports/").shows("Import");
            bring(tab, "strong.csv", STRONG);
            tab.says("Nothing: everything in this file is here already.");
            tab.says("Read as you answered for your last file from Strong: the day stands first in its dates.");
            tab.accessible().fitsTheScreen().photograph("import-assumed");
            assertThat(tab.button("Import 2 workouts")).hasCount(0);
            tab.press("Answer anew").says("The file can be read in more than one way.");
            tab.press("Throw this file away")
                    .shows("Import")
                    .accessible()
                    .fitsTheScreen()
                    .photograph("imports");

            tab.page().locator(".import-rows a").click();
            tab.shows("strong.csv")
                    .walkTo(tab.button("Undo the import"))
                    .page()
                    .keyboard()
                    .press("Enter");
            assertThat(tab.button("Keep it")).isFocused();
            tab.accessible().photograph("import-undo");
            tab.page().keyboard().press("Shift+Tab");
            tab.page().keyboard().press("Enter");
            assertThat(tab.heading("This import was undone")).isFocused();
            tab.accessible().fitsTheScreen();
            tab.open("/training/").shows("Workouts").says("No workout yet");
        }
    }

    @ParameterizedTest
    @Screens({Screen.PHONE_DARK, Screen.DESKTOP_LIGHT})
    void whatGoesWrongOnTheWayIsSaidAndTheRestComesIn(Screen screen) {
        try (var tab = Browser.tab(screen).as(person)) {
            tab.open("/measurements/")
                    .shows("Measurements")
                    .link("Import your history")
                    .click();
            tab.shows("Import").accessible().fitsTheScreen().photograph("imports-new");
            bring(tab, "empty.csv", "");
            tab.says("empty.csv is empty");
            tab.refused(422, () -> bring(tab, "holiday.csv", "one,two\n1,2\n"));
            assertThat(tab.alert()).containsText("no columns that can be imported");
            tab.refused(422, () -> bring(tab, "header.csv", "date,weight\n"));
            assertThat(tab.alert()).containsText("The file has a header but no rows.");
            tab.accessible().fitsTheScreen().photograph("import-refused");
            tab.page()
                    .route(
                            "**/api/v1/imports*",
                            route -> route.fulfill(
                                    new Route.FulfillOptions().setStatus(413).setBody("<html>")));
            tab.refused(413, () -> bring(tab, "decades.csv", WEIGHTS));
            tab.page().unroute("**/api/v1/imports*");
            assertThat(tab.alert()).containsText("The file is too large.");
            tab.callingOff("**/api/v1/imports?*", () -> bring(tab, "withings.csv", WEIGHTS), () -> {
                tab.says("withings.csv").accessible().photograph("import-sending");
                tab.press("Cancel");
            });
            assertThat(tab.page().getByText("Drop a CSV file here, or")).isVisible();

            tab.goOffline();
            bring(tab, "weights.csv", WEIGHTS);
            assertThat(tab.alert()).containsText("cannot be reached");
            tab.goOnline().press("Try weights.csv again").shows("weights.csv");
            assertThat(sum(tab, "What would be added", "Measurements to add")).hasText("3");
            tab.press("Import 3 measurements")
                    .says("It is here now")
                    .accessible()
                    .fitsTheScreen();
            tab.link("See the measurements").click();
            tab.shows("Measurements");
            assertThat(tab.page().getByText("slept well")).hasCount(2);
            assertThat(tab.link("import a file")).isVisible();

            tab.open("/imports/").shows("Import");
            bring(tab, "decades.csv", "date,weight (kg)\n" + "2010-01-01,80.5\n".repeat(200_000));
            assertThat(tab.heading("Reading the file…")).isFocused();
            tab.says("200,001 lines").accessible().fitsTheScreen().photograph("import-reading");
            tab.press("Cancel").shows("Import");
            assertThat(tab.page().locator(".import-rows > li")).containsText(new String[] {"weights.csv"});

            bring(tab, "slip.csv", "date,weight (kg)\n2024-04-05,80.3\n2024-04-06,8.03\n");
            tab.says("1 value is far from what is usual.")
                    .page()
                    .getByText("Show it")
                    .click();
            tab.says(Pattern.compile("^Line 3: Weight 8\\.03.kg"))
                    .accessible()
                    .fitsTheScreen()
                    .photograph("import-unusual");

            tab.open("/imports/").shows("Import");
            bring(tab, "legs.csv", SQUATS);
            tab.press("Import 1 workout").says("It is here now");
            tab.open("/imports/").shows("Import");
            bring(
                    tab,
                    "more-legs.csv",
                    SQUATS + SQUATS.lines().toList().getLast().replace(",1,100,", ",2,105,"));
            tab.says("1 workout in the file differs from what is here.")
                    .page()
                    .getByText("Show them")
                    .click();
            tab.says("1 set here, 2 in the file").accessible().fitsTheScreen().photograph("import-changed");
            tab.field("Replace 1 workout by what the file says").check();
            tab.press("Import 1 workout").says("1 workout of an earlier import gave way.");
            tab.refused(404, () -> tab.open("/imports/?id=" + UUID.randomUUID()))
                    .says("There is no such import")
                    .accessible();
        }
    }

    private static void bring(Tab tab, String name, String content) {
        tab.field("Choose a file")
                .setInputFiles(new FilePayload(name, "text/csv", content.getBytes(StandardCharsets.UTF_8)));
    }

    private static Locator order(Tab tab, String name) {
        return tab.page().getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName(Pattern.compile("^" + name)));
    }

    private static Locator asked(Tab tab, String name) {
        return tab.page()
                .getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName(Pattern.compile("^" + name)));
    }

    /** By its first letters, as one does in a closed list. */
    private static void choose(Tab tab, String name, String letters) {
        tab.walkTo(asked(tab, name)).page().keyboard().type(letters);
    }

    private static Locator sum(Tab tab, String region, String name) {
        return tab.region(region)
                .locator(".sums > div")
                .filter(new Locator.FilterOptions()
                        .setHas(tab.page().getByText(name, new Page.GetByTextOptions().setExact(true))))
                .locator("dd");
    }
}

package app.primaryassistant.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.primaryassistant.local.Demo;
import app.primaryassistant.local.TestClock;
import app.primaryassistant.support.Api;
import app.primaryassistant.support.Application;
import app.primaryassistant.support.Browser;
import app.primaryassistant.support.RequiresProgram;
import app.primaryassistant.support.Screen;
import app.primaryassistant.support.Screens;
import app.primaryassistant.support.Tab;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;

@RequiresProgram("chromium")
class MeasurementsJourneyIT {

    /** In the year that is summed up, and before the last month. */
    private static final LocalDate DAY = TestClock.today().minusDays(60);

    private static Api demo;

    @BeforeAll
    static void signIn() throws SQLException, IOException {
        Demo.prepare(Application.running().database());
        demo = Api.stranger().signIn(Demo.NAME, Demo.PASSWORD);
    }

    @ParameterizedTest
    @Screens({Screen.PHONE_LIGHT, Screen.DESKTOP_DARK})
    void threeYearsAreSeenAsPlotAndTable(Screen screen) {
        try (var tab = Browser.tab(screen).as(demo)) {
            tab.open("/measurements/").shows("Measurements");
            tab.draws(tab.picture("Weight on \\d+ days"));

            tab.page().getByText("Show as table").click();
            assertThat(tab.region("Weight by day").getByRole(AriaRole.ROW))
                    .not()
                    .hasCount(0);
            tab.accessible();

            List<String> lists = new ArrayList<>();
            tab.page().onRequest(request -> {
                if (request.url().contains("/measurements?")) {
                    lists.add(request.url());
                }
            });
            tab.field("Plotted metric").selectOption("Waist");
            assertThat(tab.page()).hasURL(Pattern.compile("plot=waist"));
            tab.field("All").check();
            assertThat(tab.page()).hasURL(Pattern.compile("range=all"));
            tab.says("Waist, ").accessible();
            assertThat(lists).as("what another plot has nothing to do with").isEmpty();

            tab.page().goBack();
            tab.page().goBack();
            assertThat(tab.field("Plotted metric")).hasValue("weight");
        }
    }

    @ParameterizedTest
    @Screens(Screen.PHONE_LIGHT)
    void theAveragesFitAPhoneOneSpanAtATime(Screen screen) {
        try (var tab = Browser.tab(screen).as(demo)) {
            tab.open("/measurements/").shows("Measurements");
            Locator summary = tab.region("Averages table");
            for (String span : List.of("7", "30", "90", "365")) {
                tab.field(span + " d").and(tab.page().locator("[name=span]")).check();
                assertThat(summary.getByRole(AriaRole.COLUMNHEADER))
                        .hasText(new String[] {"Metric", "Latest", span + " days"});
                assertThat((boolean) summary.evaluate("(frame) => frame.scrollWidth <= frame.clientWidth"))
                        .isTrue();
            }
            tab.accessible().photograph("averages");
        }
    }

    @ParameterizedTest
    @Screens({Screen.PHONE_LIGHT, Screen.DESKTOP_LIGHT})
    void anEntryTakesTwoLinesAtMostAndCanBeHit(Screen screen) {
        try (var tab = Browser.tab(screen).as(demo)) {
            tab.open("/measurements/?metric=diastolic").shows("Measurements");
            Locator edit = edits(tab).first();
            assertThat(edit).isVisible();
            assertThat(edit.boundingBox().height).isGreaterThanOrEqualTo(44);
            assertThat(edit.boundingBox().width).isGreaterThanOrEqualTo(44);
            Locator entry = edit.locator("xpath=ancestor::tr");
            assertThat(entry.boundingBox().height).isLessThan(48);
        }
    }

    @ParameterizedTest
    @Screens({Screen.PHONE_LIGHT, Screen.DESKTOP_LIGHT})
    void aRangeWithoutValuesSaysSoApartFromTheHeadline(Screen screen) {
        Api person = Api.signedUp();
        recordWeight(person, "82.4");
        try (var tab = Browser.tab(screen).as(person)) {
            tab.open("/measurements/?range=30").shows("Measurements");
            Locator words = tab.page().getByText("Nothing was measured in this range.");
            assertThat(words).isVisible();
            Number gap = (Number)
                    words.evaluate(
                            "(words) => words.getBoundingClientRect().top - words.previousElementSibling.getBoundingClientRect().bottom");
            assertThat(gap.doubleValue()).isGreaterThanOrEqualTo(16);
        }
    }

    @ParameterizedTest
    @Screens(Screen.PHONE_LIGHT)
    void aRateIsShownInOnesOwnUnits(Screen screen) {
        Api person = Api.signedUp();
        var units = """
                {"displayName": "Kim", "zone": "Europe/Berlin", "locale": "en-GB",
                 "units": {"mass": "kg", "length": "cm", "temperature": "°C", "glucose": "mg/dL"}}
                """;
        assertThat(person.change("profile", person.get("profile").header("ETag"), units)
                        .statusCode())
                .isEqualTo(200);
        LocalDate today = TestClock.today(ZoneId.of("Europe/Berlin"));
        for (int day = 0; day < 15; day++) {
            LocalDate date = today.minusDays(14 - day);
            record(person, "blood-glucose", BigDecimal.valueOf(50 + day, 1), "mmol/L", date);
            record(person, "mood", BigDecimal.valueOf(1 + day / 2), "/10", date);
        }
        try (var tab = Browser.tab(screen).as(person)) {
            tab.open("/measurements/?plot=blood-glucose").shows("Measurements");
            // 0.1 mmol/L a day are 0.7 a week, and 1 mmol/L of glucose is 18.0156 mg/dL.
            tab.says("Up 25\u00a0mg/dL in 2 weeks").says("From 90 to 115\u00a0mg/dL, about 12.6\u00a0mg/dL a week.");
            tab.open("/measurements/?plot=mood").shows("Measurements");
            tab.says("Up 7 points in 2 weeks").says(Pattern.compile("about \\d\\.\\d points a week"));
        }
    }

    /** A fall that came to rest six weeks ago. */
    @ParameterizedTest
    @Screens({Screen.PHONE_LIGHT, Screen.DESKTOP_DARK})
    void theSentenceFollowsTheRangeAndSaysWhatThePlotShows(Screen screen) {
        Api person = Api.signedUp();
        LocalDate today = TestClock.today();
        double[] scatter = {0.3, -0.2, 0.1, -0.4, 0.2};
        for (int day = 0; day < 100; day++) {
            double weight = 78 - 8.0 * Math.min(1, day / 58.0) + scatter[day % scatter.length];
            record(
                    person,
                    "weight",
                    BigDecimal.valueOf(weight).setScale(1, RoundingMode.HALF_UP),
                    "kg",
                    today.minusDays(99L - day));
        }
        try (var tab = Browser.tab(screen).as(person)) {
            tab.open("/measurements/?range=365")
                    .shows("Measurements")
                    .says(Pattern.compile("^Down 8\\.\\d.kg in 3 months$"));
            tab.says("No clear change in the last 4 weeks.");
            tab.page().getByText("Show as table").click();
            String sentence =
                    tab.page().getByText(Pattern.compile("^From .* a week\\.")).textContent();
            Locator trend = tab.region("Weight by day").locator("tbody tr td:nth-child(3)");
            assertThat(sentence)
                    .startsWith("From %s to %s\u00a0kg, about 0.5"
                            .formatted(trend.last().textContent(), trend.first().textContent()));
            tab.accessible().photograph("measurements-year");

            tab.press("How is this known?")
                    .says(Pattern.compile("^With 95 % confidence the change lies between −8\\.\\d and −7\\.\\d.kg"));
            assertThat(tab.page().locator("#trend-proof .explanation").first())
                    .containsText("Trend on the first day" + trend.last().textContent() + "\u00a0kg");
            tab.accessible().photograph("measurements-proof");
            tab.page().keyboard().press("Escape");

            tab.field("30 d").and(tab.page().locator("[name=range]")).check();
            tab.says("No clear change in 4 weeks")
                    .says(Pattern.compile("^(The trend went from .* which may be chance|Steady at about .*)\\.$"));
            tab.accessible();

            tab.open("/measurements/").shows("Measurements");
            String told = tab.page().locator(".headline").textContent();
            tab.open("/").shows("Today");
            assertThat(tab.page().locator(".headline")).hasText(told);
        }
    }

    @ParameterizedTest
    @Screens({Screen.PHONE_DARK, Screen.DESKTOP_LIGHT})
    void aValueFarFromOnesOwnIsAskedAboutOnceAndInPlace(Screen screen) {
        Api person = Api.signedUp();
        recordWeight(person, "69.6");
        try (var tab = Browser.tab(screen).as(person)) {
            tab.open("/measurements/").shows("Measurements").press("Add measurement");
            tab.fill("Value", "6.94").fill("Date", DAY.toString()).press("Save");
            assertThat(tab.field("Value"))
                    .hasAccessibleDescription(Pattern.compile("unusual for an adult\\. Did you mean 69\\.4.kg"));
            assertThat(tab.field("Value")).isFocused();
            tab.accessible().photograph("measurement-asked");
            tab.press("Save").says("Added Weight 6.94\u00a0kg. It is the second that day, after 69.6\u00a0kg");

            edits(tab).first().click();
            tab.fill("Note", "on the wrong scale").press("Save").says(Pattern.compile("^Saved Weight"));
        }
        assertThat(person.get("measurements").<List<Object>>path("items")).hasSize(2);
    }

    @ParameterizedTest
    @Screens(Screen.PHONE_LIGHT)
    void whatIsChosenEndsBeforeTheArrow(Screen screen) {
        try (var tab = Browser.tab(screen).as(demo)) {
            for (String page : List.of("/measurements/", "/account/")) {
                tab.open(page);
                assertThat(tab.page().locator("main select").first()).isVisible();
                assertThat(tab.page().locator("main .field select").all())
                        .allSatisfy(select -> assertThat(select).hasCSS("padding-right", "36px"));
            }
        }
    }

    @ParameterizedTest
    @Screens({Screen.PHONE_DARK, Screen.DESKTOP_LIGHT})
    void entriesAreFilteredAndReadPageByPage(Screen screen) {
        try (var tab = Browser.tab(screen).as(demo)) {
            tab.open("/measurements/").shows("Measurements");
            tab.field("Filter by metric").selectOption("Weight");
            assertThat(tab.page()).hasURL(Pattern.compile("metric=weight"));
            assertThat(edits(tab)).hasCount(50);

            tab.press("Load older");
            assertThat(edits(tab)).hasCount(100);
            tab.accessible();

            tab.page().reload();
            tab.shows("Measurements");
            assertThat(tab.field("Filter by metric")).hasValue("weight");

            tab.fill("From", "1990-01-01").fill("To", "1990-12-31").says("Nothing matches");
            tab.accessible().press("Show all measurements");
            assertThat(edits(tab)).hasCount(50);
        }
    }

    @ParameterizedTest
    @Screens({Screen.PHONE_LIGHT, Screen.DESKTOP_DARK})
    void whoWasOvertakenChoosesBetweenTheVersions(Screen screen) {
        Api person = Api.signedUp();
        String path = "measurements/" + recordWeight(person, "82.4");
        try (var tab = Browser.tab(screen).as(person)) {
            tab.open("/measurements/").shows("Measurements").fitsTheScreen();
            edits(tab).first().click();
            assertThat(tab.field("Value")).hasValue("82.4");
            tab.accessible();
            String tag = person.get(path).header("ETag");
            assertThat(person.change(path, tag, weight("83.1")).statusCode()).isEqualTo(200);

            tab.fill("Value", "81.9");
            tab.refused(412, () -> tab.press("Save"));
            tab.says("83.1\u00a0kg").says("81.9\u00a0kg").accessible().photograph("measurement-conflict");
            tab.press("Keep mine").says("Saved Weight 81.9\u00a0kg");

            assertThat(person.get(path).jsonPath().getDouble("value")).isEqualTo(81.9);
        }
    }

    @ParameterizedTest
    @Screens({Screen.PHONE_LIGHT, Screen.DESKTOP_DARK})
    void aSlipIsUndoneByKeyboardAlone(Screen screen) {
        Api person = Api.signedUp();
        String path = "measurements/" + recordWeight(person, "82.4");
        try (var tab = Browser.tab(screen).as(person)) {
            tab.open("/measurements/").shows("Measurements");
            Locator delete = tab.page()
                    .getByRole(AriaRole.BUTTON)
                    .and(tab.page().getByLabel(Pattern.compile("^Delete Weight of")));
            assertThat(delete).isVisible();
            tab.walkTo(delete);
            tab.page().keyboard().press("Enter");
            tab.says("Deleted Weight 82.4\u00a0kg");
            assertThat(person.get(path).statusCode()).isEqualTo(404);

            tab.walkTo(tab.button("Undo"));
            tab.page().keyboard().press("Enter");
            tab.says("Restored Weight 82.4\u00a0kg");
            assertThat(delete).isVisible();
            assertThat(person.get(path).statusCode()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @Screens({Screen.PHONE_DARK, Screen.DESKTOP_LIGHT})
    void oneMeasurementIsAdded(Screen screen) {
        try (var tab = Browser.tab(screen).as(Api.signedUp())) {
            tab.open("/measurements/")
                    .shows("Measurements")
                    .says("No measurements yet")
                    .accessible();
            tab.photograph("measurements-empty").press("Add measurement");
            tab.fill("Value", "much").press("Save").blames("Value", "number").accessible();
            tab.photograph("measurement-dialog");
            tab.fill("Value", "82,4").press("Save").says("Added Weight 82.4\u00a0kg");
            assertThat(tab.region("Entries")).containsText("82.4\u00a0kg");
        }
    }

    @ParameterizedTest
    @Screens(Screen.PHONE_LIGHT)
    void whatIsTypedAfterALostAnswerStands(Screen screen) {
        Api person = Api.signedUp();
        try (var tab = Browser.tab(screen).as(person)) {
            tab.open("/measurements/")
                    .shows("Measurements")
                    .press("Add measurement")
                    .fill("Value", "82.4");
            tab.pressLosingTheAnswer("**/api/v1/measurements/*", "Save").fill("Value", "84.2");
            tab.refused(412, () -> tab.press("Save"));
            tab.says("Added Weight 84.2\u00a0kg");
        }
        assertThat(person.get("measurements").<List<Object>>path("items.value"))
                .singleElement()
                .hasToString("84.2");
    }

    @ParameterizedTest
    @Screens({Screen.PHONE_LIGHT, Screen.DESKTOP_DARK})
    void whatWasChangedElsewhereAfterALostAnswerIsNotOverwrittenUnasked(Screen screen) {
        Api person = Api.signedUp();
        try (var tab = Browser.tab(screen).as(person)) {
            tab.open("/measurements/")
                    .shows("Measurements")
                    .press("Add measurement")
                    .fill("Value", "82.4");
            tab.pressLosingTheAnswer("**/api/v1/measurements/*", "Save").fill("Value", "84.2");
            String path = "measurements/" + person.get("measurements").path("items[0].id");
            assertThat(person.change(path, "\"1\"", weight("83")).statusCode()).isEqualTo(200);
            tab.refused(412, () -> tab.press("Save"));
            tab.says("This measurement was changed elsewhere").accessible().photograph("measurement-conflict-new");
            tab.press("Keep mine").says("Added Weight 84.2\u00a0kg");
        }
    }

    @ParameterizedTest
    @Screens(Screen.PHONE_LIGHT)
    void escapeIsASlipAndCancelIsMeant(Screen screen) {
        try (var tab = Browser.tab(screen).as(Api.signedUp())) {
            tab.open("/measurements/").shows("Measurements").press("Add measurement");
            tab.fill("Value", "82.4").fill("Note", "after a long run");
            tab.page().keyboard().press("Escape");
            assertThat(tab.heading("Add measurement")).not().isVisible();

            tab.press("Add measurement");
            assertThat(tab.field("Value")).hasValue("82.4");
            assertThat(tab.field("Note")).hasValue("after a long run");

            tab.press("Cancel").press("Add measurement");
            assertThat(tab.field("Value")).hasValue("");
        }
    }

    private static Locator edits(Tab tab) {
        return tab.region("Entries")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("^Edit ")));
    }

    private static void record(Api person, String metric, BigDecimal value, String unit, LocalDate date) {
        var answer = person.post("measurements", """
                {"metric": "%s", "value": %s, "unit": "%s", "localDate": "%s", "zone": "Europe/Berlin"}
                """.formatted(metric, value, unit, date));
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
    }

    private static String recordWeight(Api person, String kilograms) {
        var answer = person.post("measurements", weight(kilograms));
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        return answer.path("id");
    }

    private static String weight(String kilograms) {
        return """
                {"metric": "weight", "value": %s, "unit": "kg", "localDate": "%s", "zone": "Europe/Berlin"}
                """.formatted(kilograms, DAY);
    }
}

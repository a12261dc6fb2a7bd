package app.primaryassistant.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.primaryassistant.local.TestClock;
import app.primaryassistant.support.Api;
import app.primaryassistant.support.Application;
import app.primaryassistant.support.Browser;
import app.primaryassistant.support.RequiresProgram;
import app.primaryassistant.support.Screen;
import app.primaryassistant.support.Screens;
import com.microsoft.playwright.options.BoundingBox;
import java.sql.SQLException;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;

@RequiresProgram("chromium")
class CheckInJourneyIT {

    @ParameterizedTest
    @Screens({Screen.PHONE_DARK, Screen.DESKTOP_LIGHT})
    void aDayIsWrittenDown(Screen screen) throws SQLException {
        Api person = Api.signedUp();
        try (var tab = Browser.tab(screen).as(person)) {
            tab.open("/")
                    .shows("Today")
                    .says("Begin with one number")
                    .accessible()
                    .photograph("today-empty");

            tab.fill("Weight", "82.4").fill("Body fat", "250").fill("Note", "after a long run");
            tab.press("Save check-in").blames("Body fat", "75").accessible().photograph("check-in-refused");
            assertThat(tab.field("Weight")).hasValue("82.4");
            assertThat(tab.field("Body fat")).hasValue("250");
            assertThat(tab.field("Note")).hasValue("after a long run");
            assertThat(measurementsOf(person)).isZero();

            tab.fill("Body fat", "21.5").press("Save check-in").says("Check-in saved: 2 values");
            assertThat(tab.field("Weight")).hasValue("");
            tab.says("Weight, today").accessible();
            assertThat(measurementsOf(person)).isEqualTo(2);

            tab.press("Undo").says("Check-in removed").says("Begin with one number");
            assertThat(measurementsOf(person)).isZero();

            tab.press("Redo").says("Check-in restored").says("Weight, today");
            assertThat(measurementsOf(person)).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @Screens(Screen.DESKTOP_LIGHT)
    void aDoubleClickSavesOnce(Screen screen) throws SQLException {
        Api person = Api.signedUp();
        try (var tab = Browser.tab(screen).as(person)) {
            tab.open("/").shows("Today").fill("Weight", "82.4");
            tab.button("Save check-in").dblclick();
            tab.says("Check-in saved: 1 value").says("Weight, today");

            assertThat(measurementsOf(person)).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @Screens(Screen.PHONE_LIGHT)
    void poundsStayWhatTheyWere(Screen screen) {
        Api person = Api.signedUp();
        try (var tab = Browser.tab(screen).as(person)) {
            tab.open("/account/").shows("Account");
            tab.field("Mass").selectOption("lb");
            tab.press("Save profile").says("Profile saved");

            tab.open("/")
                    .shows("Today")
                    .fill("Weight", "185")
                    .press("Save check-in")
                    .says("Weight, today");
            assertThat(tab.region("Where you stand")).containsText("185lb");
            assertThat(tab.field("Weight")).hasAccessibleDescription("lb last 185\u00a0lb, today");

            tab.open("/measurements/").shows("Measurements");
            assertThat(tab.region("Entries")).containsText("185\u00a0lb");
        }
    }

    @ParameterizedTest
    @Screens(Screen.PHONE_LIGHT)
    void nothingTypedIsLostWithTheNetwork(Screen screen) throws SQLException {
        Api person = Api.signedUp();
        try (var tab = Browser.tab(screen).as(person)) {
            tab.open("/").shows("Today").fill("Weight", "82.4").fill("Note", "on the train");

            tab.goOffline().press("Save check-in");
            assertThat(tab.alert()).containsText("The server cannot be reached");
            assertThat(tab.field("Weight")).hasValue("82.4");
            assertThat(tab.field("Note")).hasValue("on the train");
            tab.accessible().photograph("check-in-offline");

            tab.goOnline()
                    .press("Save check-in")
                    .says("Check-in saved: 1 value")
                    .says("Weight, today");
            assertThat(measurementsOf(person)).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @Screens(Screen.PHONE_LIGHT)
    void anAnswerLostOnItsWayIsNotASecondEntry(Screen screen) throws SQLException {
        Api person = Api.signedUp();
        try (var tab = Browser.tab(screen).as(person)) {
            tab.open("/").shows("Today").fill("Weight", "82.4");
            tab.pressLosingTheAnswer("**/check-ins/*", "Save check-in");
            assertThat(measurementsOf(person)).isEqualTo(1);

            tab.refused(412, () -> tab.press("Save check-in"));
            tab.says("Check-in saved: 1 value");
            assertThat(measurementsOf(person)).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @Screens(Screen.PHONE_LIGHT)
    void whatIsTypedOutlivesThePageUntilItIsSaved(Screen screen) throws SQLException {
        Api person = Api.signedUp();
        try (var tab = Browser.tab(screen).as(person)) {
            tab.open("/").shows("Today").fill("Weight", "82.4").fill("Note", "first line\nsecond line");
            tab.page().getByText("Girths").click();
            tab.fill("Chest", "98");
            String day = tab.field("Day").inputValue();

            tab.open("/account/").shows("Account").open("/").shows("Today");
            assertThat(tab.field("Weight")).hasValue("82.4");
            assertThat(tab.field("Note")).hasValue("first line\nsecond line");
            assertThat(tab.field("Chest")).isVisible();
            assertThat(tab.field("Chest")).hasValue("98");
            assertThat(tab.field("Day")).hasValue(day);

            tab.press("Save check-in").says("Check-in saved: 2 values");
            tab.page().reload();
            tab.shows("Today");
            assertThat(tab.field("Weight")).hasValue("");
            assertThat(tab.field("Note")).hasValue("");
            assertThat(measurementsOf(person)).isEqualTo(2);

            // What cannot be saved is told before something else is to be, and is thrown away by one press.
            tab.fill("Weight", "1e2").press("Save check-in").blames("Weight", "Enter a number");
            tab.page().reload();
            tab.shows("Today").says("What you typed earlier is back. It is not saved yet.");
            assertThat(tab.field("Weight")).hasValue("1e2");
            assertThat(tab.field("Weight")).hasAccessibleDescription(Pattern.compile("Enter a number"));
            tab.accessible().photograph("check-in-restored");
            tab.press("Discard it")
                    .fill("Body fat", "21.5")
                    .press("Save check-in")
                    .says("Check-in saved: 1 value");
            assertThat(measurementsOf(person)).isEqualTo(3);
        }
    }

    @ParameterizedTest
    @Screens(Screen.DESKTOP_LIGHT)
    void whatIsTypedWhileSavingStays(Screen screen) throws SQLException {
        Api person = Api.signedUp();
        try (var tab = Browser.tab(screen).as(person)) {
            tab.open("/").shows("Today").fill("Weight", "82.4");
            tab.beforeTheAnswer("**/check-ins/*", () -> tab.press("Save check-in"), () -> tab.fill("Body fat", "21.5"));

            tab.says("Check-in saved: 1 value").says("Weight, today");
            assertThat(tab.field("Weight")).hasValue("");
            assertThat(tab.field("Body fat")).hasValue("21.5");

            tab.press("Save check-in");
            assertThat(tab.field("Body fat")).hasValue("");
            assertThat(measurementsOf(person)).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @Screens(Screen.PHONE_DARK)
    void aSessionThatEndedTakesNothingTypedWithIt(Screen screen) throws SQLException {
        Api person = Api.signedUp();
        try (var tab = Browser.tab(screen).as(person)) {
            tab.open("/").shows("Today").fill("Weight", "82.4");
            person.post("auth/sign-out");

            tab.refused(401, () -> tab.press("Save check-in"));
            assertThat(tab.alert()).containsText("You are signed out");
            assertThat(tab.link("Sign in")).hasAttribute("target", "_blank");
            assertThat(tab.field("Weight")).hasValue("82.4");
            tab.accessible().photograph("check-in-signed-out");

            tab.open("/sign-in/").shows("Sign in").fill("Name", person.name()).fill("Password", Api.PASSWORD);
            tab.press("Sign in").shows("Today");
            assertThat(tab.field("Weight")).hasValue("82.4");
            tab.press("Save check-in").says("Check-in saved: 1 value");

            tab.fill("Weight", "83")
                    .press("Menu of " + person.name())
                    .press("Sign out")
                    .shows("Sign in");
            tab.fill("Name", person.name())
                    .fill("Password", Api.PASSWORD)
                    .press("Sign in")
                    .shows("Today");
            assertThat(tab.field("Weight")).hasValue("");
        }
    }

    @ParameterizedTest
    @Screens({Screen.PHONE_LIGHT, Screen.DESKTOP_DARK})
    void aValueFarFromOnesOwnIsAskedAboutOnceAndInPlace(Screen screen) throws SQLException {
        Api person = Api.signedUp();
        for (int day = 1; day <= 5; day++) {
            weigh(person, "69.6", day);
        }
        try (var tab = Browser.tab(screen).as(person)) {
            tab.open("/")
                    .shows("Today")
                    .fill("Weight", "6.94")
                    .fill("Body fat", "21.5")
                    .press("Save check-in");
            assertThat(tab.field("Weight"))
                    .hasAccessibleDescription(
                            Pattern.compile(
                                    "6\\.94.kg is far from your usual 69\\.6.kg\\. Did you mean 69\\.4.kg\\? If it is right, save again\\."));
            assertThat(tab.field("Weight")).isFocused();
            assertThat(tab.field("Weight")).not().hasAttribute("aria-invalid", "true");
            tab.accessible().photograph("check-in-asked");
            assertThat(measurementsOf(person)).isEqualTo(5);

            tab.fill("Weight", "69.4").press("Save check-in").says("Check-in saved: 2 values");
            assertThat(tab.field("Weight")).hasValue("");
            assertThat(measurementsOf(person)).isEqualTo(7);

            tab.fill("Weight", "6.94").press("Save check-in");
            assertThat(tab.field("Weight")).hasAccessibleDescription(Pattern.compile("save again"));
            assertThat(measurementsOf(person)).isEqualTo(7);
            tab.press("Save check-in")
                    .says("Check-in saved: 1 value. Weight is the second that day, after 69.4\u00a0kg");
            assertThat(measurementsOf(person)).isEqualTo(8);
        }
    }

    @ParameterizedTest
    @Screens({Screen.PHONE_LIGHT, Screen.DESKTOP_DARK})
    void whatIsSaidAfterSavingLeavesTheButtonFree(Screen screen) {
        try (var tab = Browser.tab(screen).as(Api.signedUp())) {
            tab.open("/")
                    .shows("Today")
                    .fill("Weight", "82.4")
                    .press("Save check-in")
                    .says("Check-in saved: 1 value");
            tab.photograph("check-in-saved");
            BoundingBox news = tab.page().locator(".toast").boundingBox();
            BoundingBox button = tab.button("Save check-in").boundingBox();
            boolean above = news.y + news.height <= button.y;
            boolean below = button.y + button.height <= news.y;
            boolean beside = button.x + button.width <= news.x;
            assertThat(above || below || beside)
                    .as("the button beside the news")
                    .isTrue();
        }
    }

    private static void weigh(Api person, String kilograms, int daysAgo) {
        var answer = person.post(
                "measurements", """
                {"metric": "weight", "value": %s, "localDate": "%s"}
                """.formatted(kilograms, TestClock.today().minusDays(daysAgo)));
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
    }

    private static int measurementsOf(Api person) throws SQLException {
        try (var owner = Application.running().database().asOwner();
                var count = owner.prepareStatement(
                        "select count(*) from observation where account_id = ? and deleted_at is null")) {
            count.setObject(1, person.account());
            var result = count.executeQuery();
            result.next();
            return result.getInt(1);
        }
    }
}

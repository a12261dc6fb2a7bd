package app.primaryassistant.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.primaryassistant.local.Demo;
import app.primaryassistant.support.Api;
import app.primaryassistant.support.Application;
import app.primaryassistant.support.Browser;
import app.primaryassistant.support.RequiresProgram;
import app.primaryassistant.support.Screen;
import app.primaryassistant.support.Screens;
import app.primaryassistant.support.Tab;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every page as it looks with three years of data, on every screen. */
@RequiresProgram("chromium")
class PagesJourneyIT {

    private static final Pattern VERB = Pattern.compile("^(GET|POST|PUT|PATCH|DELETE)\\b");

    private static Api demo;
    private static Api administrator;

    @BeforeAll
    static void signIn() throws SQLException, IOException {
        Demo.prepare(Application.running().database());
        demo = Api.stranger().signIn(Demo.NAME, Demo.PASSWORD);
        administrator = Api.administrator();
    }

    @ParameterizedTest
    @EnumSource
    void roomsAreWhole(Screen screen) {
        try (var tab = Browser.tab(screen).as(demo)) {
            tab.open("/").shows("Today").says("Weight, yesterday");
            look(tab, "today");
            tab.open("/measurements/?range=all").shows("Measurements");
            look(tab, "measurements");
            tab.open("/account/").shows("Account");
            look(tab, "account");
            tab.press("Menu of Robin");
            assertThat(tab.button("Sign out")).isVisible();
            look(tab, "menu");
        }
    }

    @ParameterizedTest
    @EnumSource
    void theAdministratorsRoomIsWhole(Screen screen) {
        try (var tab = Browser.tab(screen).as(administrator)) {
            tab.open("/admin/").shows("Administration");
            look(tab, "admin");
        }
    }

    @ParameterizedTest
    @EnumSource
    void doorsAreWhole(Screen screen) {
        try (var tab = Browser.tab(screen)) {
            tab.open("/sign-in/").shows("Sign in");
            look(tab, "sign-in");
            tab.open("/join/").shows("Create an account");
            look(tab, "join");
            tab.refused(404, () -> tab.open("/nowhere/")).shows("Not found");
            look(tab, "not-found");
        }
    }

    @ParameterizedTest
    @Screens({Screen.PHONE_LIGHT, Screen.PHONE_DARK, Screen.DESKTOP_LIGHT, Screen.DESKTOP_DARK})
    void theReferenceShowsEveryOperation(Screen screen) {
        List<String> operations = operations();
        try (var tab = Browser.tab(screen)) {
            tab.open("/reference/").shows("API reference");
            List<String> shown = tab.page().locator("summary").allTextContents();
            assertThat(shown).filteredOn(VERB.asPredicate()).hasSameSizeAs(operations);
            assertThat(operations)
                    .allSatisfy(operation -> assertThat(shown).anyMatch(text -> text.startsWith(operation)));
            look(tab, "reference");
        }
    }

    private static List<String> operations() {
        Map<String, Map<String, Object>> paths = RestAssured.given()
                .accept(ContentType.JSON)
                .get(Application.running().uri().resolve("/openapi"))
                .path("paths");
        return paths.entrySet().stream()
                .flatMap(path -> path.getValue().keySet().stream()
                        .map(key -> key.toUpperCase(Locale.ROOT))
                        .filter(VERB.asPredicate())
                        .map(verb -> verb + path.getKey()))
                .toList();
    }

    private static void look(Tab tab, String page) {
        tab.accessible().fitsTheScreen().photograph(page);
    }
}

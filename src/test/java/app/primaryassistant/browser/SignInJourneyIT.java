package app.primaryassistant.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import app.primaryassistant.support.Api;
import app.primaryassistant.support.Browser;
import app.primaryassistant.support.RequiresProgram;
import app.primaryassistant.support.Screen;
import app.primaryassistant.support.Screens;
import java.sql.SQLException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;

@RequiresProgram("chromium")
class SignInJourneyIT {

    @BeforeAll
    static void haveAnAdministrator() throws SQLException {
        // An installation without one leads strangers to its setting up.
        Api.administrator();
    }

    @ParameterizedTest
    @Screens({Screen.PHONE_LIGHT, Screen.DESKTOP_DARK})
    void somebodySignsInAndOut(Screen screen) {
        String name = Api.signedUp().name();
        try (var tab = Browser.tab(screen)) {
            tab.open("/").shows("Sign in").fill("Name", name).fill("Password", "not my password");
            tab.refused(401, () -> tab.press("Sign in"));
            assertThat(tab.alert()).hasText(Pattern.compile("password"));
            assertThat(tab.field("Name")).hasValue(name);
            tab.accessible();

            tab.fill("Password", Api.PASSWORD).press("Sign in").shows("Today");

            tab.press("Menu of " + name).press("Sign out").shows("Sign in");
            tab.open("/").shows("Sign in");
        }
    }

    @ParameterizedTest
    @Screens(Screen.PHONE_LIGHT)
    void signingInLeadsToWhereOneWasGoing(Screen screen) {
        String name = Api.signedUp().name();
        try (var tab = Browser.tab(screen)) {
            tab.open("/measurements/?range=365").shows("Sign in");
            tab.fill("Name", name)
                    .fill("Password", Api.PASSWORD)
                    .press("Sign in")
                    .shows("Measurements");

            assertThat(tab.page()).hasURL(Pattern.compile("/measurements/\\?range=365$"));
        }
    }

    @ParameterizedTest
    @Screens(Screen.PHONE_LIGHT)
    void signingInDoesNotLeadToAnotherSite(Screen screen) {
        String name = Api.signedUp().name();
        for (String foreign : new String[] {"https://example.org/", "//example.org/", "/\\example.org"}) {
            try (var tab = Browser.tab(screen)) {
                tab.open("/sign-in/?next=" + foreign.replace("\\", "%5C")).shows("Sign in");
                tab.fill("Name", name)
                        .fill("Password", Api.PASSWORD)
                        .press("Sign in")
                        .shows("Today");
            }
        }
    }
}

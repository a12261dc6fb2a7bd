package app.primaryassistant.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import app.primaryassistant.support.Api;
import app.primaryassistant.support.Application;
import app.primaryassistant.support.Browser;
import app.primaryassistant.support.Mailbox;
import app.primaryassistant.support.RequiresProgram;
import app.primaryassistant.support.Screen;
import app.primaryassistant.support.Screens;
import app.primaryassistant.support.Tab;
import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;

@RequiresProgram("chromium")
class RecoveryJourneyIT {

    private static final String ANOTHER = "quite another long one";

    @ParameterizedTest
    @Screens({Screen.PHONE_LIGHT, Screen.DESKTOP_DARK})
    void aForgottenPasswordIsReplacedByEmail(Screen screen) throws SQLException {
        Api.administrator();
        Api person = Api.signedUp();
        String address = person.name() + "@example.org";
        try (var mailbox = Mailbox.of(Application.running());
                var mine = Browser.tab(screen).as(person);
                var stranger = Browser.tab(screen)) {
            mine.open("/account/").shows("Account");
            mine.fill("E-mail address", address).fill("Your password, to change the address", Api.PASSWORD);
            mine.press("Add address").says("on its way");
            mine.says("Waiting for " + address).accessible();
            mine.open(Mailbox.path(mailbox.awaitTo(address, 1).getFirst())).says("E-mail address confirmed");
            assertThat(mine.region("E-mail")).containsText("is sent to " + address);
            mine.accessible().photograph("account-email");

            stranger.open("/sign-in/")
                    .shows("Sign in")
                    .link("Forgotten your password?")
                    .click();
            stranger.shows("Forgotten password").accessible().fitsTheScreen().photograph("forgotten");
            stranger.fill("Name or e-mail address", person.name())
                    .press("Send me a link")
                    .says("a link is on its way")
                    .accessible();
            choose(stranger, Mailbox.path(mailbox.awaitTo(address, 2).getLast()), person);
        }
    }

    @ParameterizedTest
    @Screens({Screen.PHONE_DARK, Screen.DESKTOP_LIGHT})
    void anAdministratorMakesALinkThatIsShownOnce(Screen screen) throws SQLException {
        Api person = Api.signedUp();
        try (var admin = Browser.tab(screen).as(Api.administrator());
                var stranger = Browser.tab(screen)) {
            admin.open("/admin/").shows("Administration").press("Make a password link for " + person.name());
            admin.says("Give this link to " + person.name());
            String link = admin.field("Password link").textContent();
            admin.accessible().fitsTheScreen().photograph("admin-link");
            admin.open("/admin/").shows("Administration");
            assertThat(admin.field("Password link")).hasCount(0);

            choose(stranger, link.substring(link.indexOf("/reset/")), person);
            stranger.open("/reset/").says("Open the whole link");
        }
    }

    private static void choose(Tab stranger, String path, Api person) {
        stranger.open(path).shows("Choose a new password").fill("New password", "short");
        stranger.refused(422, () -> stranger.press("Change password"));
        stranger.blames("New password", "12").accessible().fitsTheScreen().photograph("reset");
        stranger.fill("New password", ANOTHER)
                .press("Change password")
                .says("Your password is changed")
                .accessible();

        stranger.open("/sign-in/").shows("Sign in");
        stranger.open(path).fill("New password", ANOTHER);
        stranger.refused(422, () -> stranger.press("Change password"));
        assertThat(stranger.alert()).containsText("ask for a new link");

        stranger.open("/sign-in/")
                .shows("Sign in")
                .fill("Name", person.name())
                .fill("Password", ANOTHER)
                .press("Sign in")
                .shows("Today");
    }
}

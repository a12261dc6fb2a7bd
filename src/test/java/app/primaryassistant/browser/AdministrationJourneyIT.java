package app.primaryassistant.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import app.primaryassistant.support.Api;
import app.primaryassistant.support.Browser;
import app.primaryassistant.support.RequiresProgram;
import app.primaryassistant.support.Screen;
import app.primaryassistant.support.Screens;
import java.sql.SQLException;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;

@RequiresProgram("chromium")
class AdministrationJourneyIT {

    @ParameterizedTest
    @Screens({Screen.PHONE_DARK, Screen.DESKTOP_LIGHT})
    void somebodyIsLockedOutAndLetInAgain(Screen screen) throws SQLException {
        Api guest = Api.signedUp();
        try (var admin = Browser.tab(screen).as(Api.administrator());
                var tab = Browser.tab(screen).as(guest)) {
            tab.open("/").shows("Today");
            admin.open("/admin/").shows("Administration");
            assertThat(admin.region("Health")).not().containsText("Down");
            assertThat(admin.region("Health")).containsText("Up");

            admin.press("Lock " + guest.name()).says("Locked " + guest.name());
            assertThat(admin.button("Unlock " + guest.name())).isVisible();
            admin.accessible();
            tab.open("/account/").shows("Sign in").fill("Name", guest.name()).fill("Password", Api.PASSWORD);
            tab.refused(401, () -> tab.press("Sign in"));
            assertThat(tab.alert()).isVisible();

            admin.open("/admin/").shows("Administration");
            assertThat(admin.region("Failed sign-ins"))
                    .containsText(Pattern.compile(guest.name() + "\\s*Account locked"));
            admin.press("Unlock " + guest.name()).says("Unlocked " + guest.name());
            tab.press("Sign in").shows("Account");
        }
    }

    @ParameterizedTest
    @Screens(Screen.PHONE_LIGHT)
    void anAccountIsDeletedOnlyByItsName(Screen screen) throws SQLException {
        String leaver = Api.signedUp().name();
        try (var admin = Browser.tab(screen).as(Api.administrator())) {
            admin.open("/admin/").shows("Administration").press("Delete " + leaver);
            admin.fill("Account name", "somebody else").press("Delete for good");
            admin.blames("Account name", leaver).accessible().photograph("admin-delete");
            admin.fill("Account name", leaver).press("Delete for good").says("Deleted " + leaver);
            assertThat(admin.button("Delete " + leaver)).hasCount(0);
        }
    }

    @ParameterizedTest
    @Screens(Screen.DESKTOP_LIGHT)
    void nobodyElseComesIn(Screen screen) {
        try (var tab = Browser.tab(screen).as(Api.signedUp())) {
            tab.open("/admin/").shows("Today");
        }
    }

    @ParameterizedTest
    @Screens(Screen.PHONE_LIGHT)
    void aBackupIsMadeByAButtonAndSaysHowItWent(Screen screen) throws SQLException {
        try (var admin = Browser.tab(screen).as(Api.administrator())) {
            admin.open("/admin/").shows("Administration").press("Back up now").says("Backup started");
            assertThat(admin.region("Backups"))
                    .containsText(Pattern.compile("primary-assistant-.*\\.zip\\.age · .* s\\s*Done"));
            assertThat(admin.button("Back up now")).isEnabled();
            admin.accessible().photograph("admin-backups");
        }
    }
}

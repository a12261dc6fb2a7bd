package app.primaryassistant.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import app.primaryassistant.support.Api;
import app.primaryassistant.support.Application;
import app.primaryassistant.support.Browser;
import app.primaryassistant.support.RequiresProgram;
import app.primaryassistant.support.Screen;
import app.primaryassistant.support.Tab;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How an installation gets its first people. That happens once, so this one has an installation of its own. */
@RequiresProgram("chromium")
class SetUpJourneyIT {

    private static Application application;

    @BeforeAll
    static void start() {
        application = Application.start(Map.of("REGISTRATION", "invite", "BACKUP_KEY", ""));
    }

    @AfterAll
    static void stop() {
        application.stop();
    }

    @Test
    void whoeverReadsTheLogBecomesTheAdministratorAndInvitesTheOthers() {
        for (Screen screen : Screen.values()) {
            try (var tab = Browser.tab(application, screen)) {
                tab.open("/measurements/").shows("Set up").accessible().photograph("setup");
            }
        }
        try (var tab = Browser.tab(application, Screen.PHONE_LIGHT)) {
            tab.open("/").shows("Set up");
            tab.fill("Name", "ada").fill("Password", Api.PASSWORD).press("Create the administrator");
            tab.blames("Setup code", "Enter the setup code").accessible();
            tab.fill("Setup code", "a guess").fill("Name", "ada").fill("Password", "short");
            tab.refused(422, () -> tab.press("Create the administrator"));
            tab.blames("Password", "12").accessible();
            assertThat(tab.field("Name")).hasValue("ada");

            tab.fill("Password", Api.PASSWORD);
            tab.refused(422, () -> tab.press("Create the administrator"));
            tab.blames("Setup code", "code");
            assertThat(tab.field("Password")).hasValue(Api.PASSWORD);

            tab.fill("Setup code", application.setupCode())
                    .press("Create the administrator")
                    .shows("Today");
            tab.says("Begin with one number");
            tab.press("Menu of ada");
            assertThat(tab.link("Administration")).isVisible();
            tab.open("/setup/").shows("Today");

            invite(tab);
        }
    }

    private static void invite(Tab admin) {
        admin.open("/admin/").shows("Administration");
        assertThat(admin.region("Backups")).containsText("Backups are not set up yet.");
        assertThat(admin.button("Back up now")).hasCount(0);
        admin.accessible().fitsTheScreen().photograph("admin-without-backups");
        admin.fill("For whom", "grace").press("Make invitation").says("It works once");
        assertThat(admin.button("Withdraw grace")).isVisible();
        admin.accessible().photograph("admin-invitation");

        try (var tab = Browser.tab(application, Screen.DESKTOP_DARK)) {
            tab.open("/join/")
                    .shows("Create an account")
                    .says("You need an invitation")
                    .accessible();
            tab.open(admin.field("Invitation link").textContent()).shows("Create an account");
            tab.fill("Name", "grace").fill("Password", "short");
            tab.refused(422, () -> tab.press("Create account"));
            tab.blames("Password", "12").accessible();
            tab.fill("Password", Api.PASSWORD).press("Create account").shows("Today");
        }

        admin.open("/admin/").shows("Administration");
        assertThat(admin.button("Lock grace")).isVisible();
        assertThat(admin.button("Withdraw grace")).hasCount(0);
    }
}

package app.primaryassistant.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.primaryassistant.support.Api;
import app.primaryassistant.support.Application;
import app.primaryassistant.support.Browser;
import app.primaryassistant.support.RequiresProgram;
import app.primaryassistant.support.Screen;
import app.primaryassistant.support.Screens;
import app.primaryassistant.support.Tab;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;

@RequiresProgram("chromium")
class AccountJourneyIT {

    @BeforeAll
    static void haveAnAdministrator() throws SQLException {
        // An installation without one leads strangers to its setting up.
        Api.administrator();
    }

    @ParameterizedTest
    @Screens({Screen.PHONE_LIGHT, Screen.DESKTOP_DARK})
    void theProfileIsCompleted(Screen screen) {
        Api person = Api.signedUp();
        try (var tab = Browser.tab(screen).as(person)) {
            tab.open("/account/").shows("Account");
            tab.fill("Display name", "Robin").fill("Height", "tall");
            tab.press("Save profile").blames("Height", "number").accessible();
            assertThat(tab.field("Display name")).hasValue("Robin");

            tab.field("Length").selectOption("in");
            tab.fill("Height", "180").press("Save profile").blames("Height", "Must be from 19.7 to 108.2\u00a0in");
            tab.fill("Height", "69")
                    .fill("Birth date", "1988-04-12")
                    .press("Save profile")
                    .says("Profile saved");
            assertThat(tab.button("Menu of Robin")).isVisible();

            tab.open("/account/").shows("Account");
            assertThat(tab.field("Height")).hasValue("69");
            assertThat(tab.field("Length")).hasValue("in");
            assertThat(tab.field("Birth date")).hasValue("1988-04-12");
        }
    }

    @ParameterizedTest
    @Screens(Screen.DESKTOP_LIGHT)
    @SuppressWarnings("deprecation") // a click waits for the page it leads to, which does not come
    void leavingWithSomethingTypedIsAskedFor(Screen screen) {
        try (var tab = Browser.tab(screen).as(Api.signedUp())) {
            tab.open("/account/").shows("Account").fill("Display name", "Robin");
            List<String> asked = new ArrayList<>();
            tab.page().onceDialog(dialog -> {
                asked.add(dialog.type());
                dialog.dismiss();
            });
            tab.link("Today").click(new Locator.ClickOptions().setNoWaitAfter(true));
            tab.page().waitForCondition(() -> !asked.isEmpty());
            assertThat(asked).containsExactly("beforeunload");
            assertThat(tab.field("Display name")).hasValue("Robin");

            tab.press("Save profile").says("Profile saved");
            tab.link("Today").click();
            tab.shows("Today");
        }
    }

    @ParameterizedTest
    @Screens(Screen.DESKTOP_LIGHT)
    void thePasswordIsChanged(Screen screen) {
        Api person = Api.signedUp();
        try (var tab = Browser.tab(screen).as(person)) {
            tab.open("/account/").shows("Account");
            tab.fill("Current password", "not my password").fill("New password", "a different long one");
            tab.refused(422, () -> tab.press("Change password"));
            tab.blames("Current password", "This is not your password").accessible();

            tab.fill("Current password", Api.PASSWORD).press("Change password").says("Password changed");
            assertThat(tab.field("New password")).hasValue("");

            Api.stranger().signIn(person.name(), "a different long one");
        }
    }

    @ParameterizedTest
    @Screens({Screen.PHONE_DARK, Screen.DESKTOP_LIGHT})
    void aTokenWorksUntilItIsRevoked(Screen screen) {
        Api person = Api.signedUp();
        try (var tab = Browser.tab(screen).as(person)) {
            tab.open("/account/").shows("Account");
            tab.press("Make token").blames("Token name", "name");
            tab.fill("Token name", "a script").press("Make token").says("never shown again");
            String secret = tab.field("Token secret").textContent();
            tab.accessible().photograph("account-token");

            Api program = Api.stranger().withSecret(secret);
            assertThat(program.get("profile").statusCode()).isEqualTo(200);

            tab.open("/account/").shows("Account");
            assertThat(tab.region("API tokens")).containsText("last used");
            assertThat(tab.field("Token secret")).hasCount(0);
            tab.press("Revoke a script").says("Revoked a script").says("No tokens.");
            assertThat(program.get("profile").statusCode()).isEqualTo(401);
        }
    }

    @ParameterizedTest
    @Screens({Screen.PHONE_LIGHT, Screen.DESKTOP_DARK})
    void whoSignedInLongAgoIsAskedForThePasswordBeforeATokenIsMade(Screen screen) throws SQLException {
        Api person = Api.signedUp();
        Application.running()
                .database()
                .change(
                        "update session set created_at = created_at - interval '1 hour' where account_id = ?",
                        person.account());
        try (var tab = Browser.tab(screen).as(person)) {
            tab.open("/account/").shows("Account").fill("Token name", "a script");
            tab.refused(403, () -> tab.press("Make token"));
            tab.blames("Your password, to make a token", "more than ten minutes ago")
                    .accessible()
                    .photograph("account-token-password");

            tab.fill("Your password, to make a token", Api.PASSWORD)
                    .press("Make token")
                    .says("never shown again");
        }
    }

    @ParameterizedTest
    @Screens(Screen.DESKTOP_LIGHT)
    void aNewPasswordEndsTheTokensUnlessTheyAreKept(Screen screen) {
        Api person = Api.signedUp();
        Api program = person.withToken("read");
        try (var tab = Browser.tab(screen).as(person)) {
            tab.open("/account/").shows("Account");
            tab.fill("Current password", Api.PASSWORD).fill("New password", "password1234");
            tab.refused(422, () -> tab.press("Change password"));
            tab.blames("New password", "too easy to guess").accessible().photograph("account-password");

            tab.fill("New password", "a different long one");
            tab.field("Keep my API tokens working").check();
            tab.press("Change password").says("Password changed. Every other session has ended.");
            assertThat(program.get("profile").statusCode()).isEqualTo(200);

            tab.fill("Current password", "a different long one").fill("New password", Api.PASSWORD);
            tab.press("Change password").says("and so has every API token").says("No tokens.");
            assertThat(program.get("profile").statusCode()).isEqualTo(401);
        }
    }

    @ParameterizedTest
    @Screens({Screen.PHONE_LIGHT, Screen.DESKTOP_DARK})
    void anotherDeviceIsSignedOut(Screen screen) {
        String name = Api.signedUp().name();
        try (var mine = Browser.tab(screen);
                var other = Browser.tab(screen)) {
            signIn(mine, name);
            signIn(other, name);

            mine.open("/account/").shows("Account");
            assertThat(mine.region("Sessions")).containsText("This device");
            mine.accessible();
            mine.page()
                    .getByRole(AriaRole.BUTTON)
                    .and(mine.page().getByLabel(Pattern.compile("^Sign out Chrom")))
                    .first()
                    .click();
            mine.says("Signed out Chrom");

            other.open("/measurements/").shows("Sign in");
        }
    }

    @ParameterizedTest
    @Screens({Screen.PHONE_LIGHT, Screen.DESKTOP_DARK})
    void theAccountIsDeletedAndKeptAfterAll(Screen screen) {
        Api person = Api.signedUp();
        try (var tab = Browser.tab(screen).as(person)) {
            tab.open("/account/").shows("Account");
            assertThat(tab.region("Delete account"))
                    .containsText("sign in within 30 days and choose “Keep my account”");
            tab.fill("Your password, to delete the account", "not my password");
            tab.refused(422, () -> tab.press("Delete my account"));
            tab.blames("Your password, to delete the account", "password").accessible();
            tab.fill("Your password, to delete the account", Api.PASSWORD)
                    .press("Delete my account")
                    .shows("Sign in");
            tab.says("To keep it, sign in before then and choose “Keep my account”.")
                    .accessible()
                    .photograph("account-left");

            tab.fill("Name", person.name())
                    .fill("Password", Api.PASSWORD)
                    .press("Sign in")
                    .shows("Today");
            assertThat(tab.region("Deletion of your account")).containsText("Signing in has not changed that.");
            tab.accessible().fitsTheScreen().photograph("account-leaving");
            tab.press("Keep my account");
            assertThat(tab.region("Deletion of your account")).hasCount(0);
            assertThat(tab.button("Menu of " + person.name())).isVisible();
        }
    }

    private static void signIn(Tab tab, String name) {
        tab.open("/sign-in/").shows("Sign in");
        tab.fill("Name", name).fill("Password", Api.PASSWORD).press("Sign in").shows("Today");
    }
}

package app.primaryassistant.browser;

import app.primaryassistant.support.Browser;
import app.primaryassistant.support.Screen;
import java.net.URI;

/** Somebody's way through a program that runs elsewhere, by TLS and through Nginx: it fails as every journey does. */
final class DeployedJourney {

    private DeployedJourney() {}

    /** @param arguments the address of the program, and with what to sign in there */
    public static void main(String[] arguments) {
        URI site = URI.create(arguments[0]);
        for (Screen screen : Screen.values()) {
            try (var tab = Browser.tab(site, screen)) {
                tab.open("/measurements/")
                        .shows("Sign in")
                        .fill("Name", arguments[1])
                        .fill("Password", arguments[2]);
                tab.press("Sign in").shows("Measurements");
                tab.open("/")
                        .shows("Today")
                        .fill("Weight", "82.4")
                        .press("Save check-in")
                        .says("Check-in saved: 1 value");
                tab.accessible().photograph("deployed-today");
                tab.open("/measurements/").shows("Measurements").accessible().photograph("deployed-measurements");
                tab.open("/account/").shows("Account");
            }
        }
        System.out.println("The journey is complete");
        System.exit(0);
    }
}

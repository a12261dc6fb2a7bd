package app.primaryassistant.support;

import app.primaryassistant.local.Machine;
import app.primaryassistant.local.TestClock;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Clock;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ReducedMotion;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The machine's Chromium, started once for all journeys; each tab shares nothing with the others. */
public final class Browser {

    private static final double PATIENCE = 15_000;

    private static com.microsoft.playwright.Browser chromium;

    private Browser() {}

    /** A tab that is signed in nowhere yet. */
    public static Tab tab(Application application, Screen screen) {
        return tab(application.uri(), screen);
    }

    /** @param site where the program is; over TLS any certificate will do */
    public static Tab tab(URI site, Screen screen) {
        var context = chromium()
                .newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                        .setBaseURL(site.toString())
                        .setIgnoreHTTPSErrors(true)
                        .setViewportSize(screen.width, screen.height)
                        .setColorScheme(screen.scheme)
                        .setReducedMotion(ReducedMotion.REDUCE)
                        .setLocale("en-GB")
                        .setTimezoneId(TestClock.zone().getId()));
        context.clock()
                .install(new Clock.InstallOptions().setTime(TestClock.now().toEpochMilli()));
        context.setDefaultTimeout(PATIENCE);
        return new Tab(context, screen);
    }

    public static Tab tab(Screen screen) {
        return tab(Application.running(), screen);
    }

    private static synchronized com.microsoft.playwright.Browser chromium() {
        if (chromium == null) {
            PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
            var playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            // Nothing of a journey may leave the machine, so everything the browser does by itself is switched off.
            chromium = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(executable())
                            .setArgs(List.of(
                                    "--no-sandbox",
                                    "--disable-gpu",
                                    "--disable-quic",
                                    "--no-first-run",
                                    "--disable-background-networking",
                                    "--disable-component-update",
                                    "--disable-sync")));
        }
        return chromium;
    }

    /** The same engine without what surrounds it, where that is there, is quicker by a fifth. */
    private static Path executable() {
        return Machine.program("chromium-headless-shell")
                .or(() -> Machine.program("chromium"))
                .orElseThrow();
    }
}

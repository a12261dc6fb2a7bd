package app.primaryassistant.support;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.SameSiteAttribute;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * One person's browser. It finds things by role and label, as that person does, and closing it fails if anything went
 * wrong unseen: an error or warning in the console, a violation of the content security policy, a request that failed
 * without the journey having said so.
 */
public final class Tab implements AutoCloseable {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    private final BrowserContext context;
    private final Screen screen;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();
    private boolean offline;
    private int expectedStatus;

    Tab(BrowserContext context, Screen screen) {
        this.context = context;
        this.screen = screen;
        context.addInitScript("""
                document.addEventListener("securitypolicyviolation", ({violatedDirective, blockedURI, sourceFile, lineNumber}) =>
                  console.error("Policy violated:", violatedDirective, blockedURI, sourceFile, lineNumber));
                """);
        page = context.newPage();
        page.onConsoleMessage(this::hear);
        page.onPageError(complaints::add);
        page.onResponse(this::look);
        page.onRequestFailed(this::miss);
    }

    private void hear(ConsoleMessage message) {
        // Chromium reports every refused request here once more, without saying which.
        boolean refusal = message.text().startsWith("Failed to load resource");
        if (!refusal && (message.type().equals("error") || message.type().equals("warning"))) {
            complaints.add(message.type() + ": " + message.text() + " at " + message.location());
        }
    }

    private void look(Response response) {
        if (response.status() >= 400 && response.status() != expectedStatus) {
            complaints.add(response.status() + " for " + response.request().method() + " " + response.url());
        }
    }

    private void miss(Request request) {
        // A page that is left lets go of what it still waited for.
        if (!offline && !request.failure().equals("net::ERR_ABORTED")) {
            complaints.add(request.failure() + " for " + request.method() + " " + request.url());
        }
    }

    /** Takes over the session of somebody who has signed in by the API. */
    public Tab as(Api person) {
        String session = person.headers().get("Cookie").substring(Api.COOKIE.length() + 1);
        context.addCookies(List.of(new Cookie(Api.COOKIE, session)
                .setUrl(person.origin().replace("http:", "https:"))
                .setSecure(true)
                .setHttpOnly(true)
                .setSameSite(SameSiteAttribute.LAX)));
        return this;
    }

    public Tab open(String path) {
        page.navigate(path);
        return this;
    }

    public Page page() {
        return page;
    }

    public Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    public Locator link(String name) {
        return page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    public Locator heading(String name) {
        return page.getByRole(
                AriaRole.HEADING, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** A part of the page that has a name of its own. */
    public Locator region(String name) {
        return page.getByRole(
                AriaRole.REGION, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    public Locator field(String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
    }

    /** What the form says is wrong as a whole. */
    public Locator alert() {
        return page.getByRole(AriaRole.ALERT).filter(new Locator.FilterOptions().setHasText(Pattern.compile("\\S")));
    }

    public Tab fill(String label, String text) {
        field(label).fill(text);
        return this;
    }

    public Tab press(String button) {
        button(button).click();
        return this;
    }

    /** Requires the room of that name to be there with everything in it. */
    public Tab shows(String title) {
        assertThat(page.getByRole(
                        AriaRole.HEADING,
                        new Page.GetByRoleOptions().setName(title).setLevel(1).setExact(true)))
                .isVisible();
        assertThat(page.locator("[aria-busy=true]")).hasCount(0);
        return this;
    }

    public Tab says(String words) {
        assertThat(page.getByText(words)).isVisible();
        return this;
    }

    public Tab says(Pattern words) {
        assertThat(page.getByText(words)).isVisible();
        return this;
    }

    /** Requires the field to have the focus and to be described by these words. */
    public Tab blames(String label, String words) {
        Locator field = field(label);
        assertThat(field).hasAttribute("aria-invalid", "true");
        assertThat(field).hasAccessibleDescription(Pattern.compile(words));
        assertThat(field).isFocused();
        return this;
    }

    /** Does something that the server refuses with this status. */
    public Tab refused(int status, Runnable action) {
        expectedStatus = status;
        page.waitForResponse(response -> response.status() == status, action);
        expectedStatus = 0;
        return this;
    }

    public Tab goOffline() {
        offline = true;
        context.setOffline(true);
        return this;
    }

    public Tab goOnline() {
        context.setOffline(false);
        offline = false;
        return this;
    }

    /** Does something whose request reaches the server while the answer gets lost. */
    public Tab losingTheAnswer(String path, Runnable action) {
        offline = true;
        page.route(path, route -> {
            route.fetch();
            route.abort("connectionreset");
        });
        action.run();
        page.unroute(path);
        offline = false;
        return this;
    }

    /** Presses a button whose request reaches the server while the answer gets lost, which the form says. */
    public Tab pressLosingTheAnswer(String path, String button) {
        return losingTheAnswer(path, () -> {
            press(button);
            assertThat(alert()).containsText("The server cannot be reached");
        });
    }

    /** Does something while requests to a path are answered with this status and nothing else, as a proxy does it. */
    public Tab whileAnswering(int status, String path, Runnable action) {
        expectedStatus = status;
        page.route(path, route -> route.fulfill(new Route.FulfillOptions().setStatus(status)));
        action.run();
        page.unroute(path);
        expectedStatus = 0;
        return this;
    }

    /** Does something else after a request was sent and before its answer is there. */
    public Tab beforeTheAnswer(String path, Runnable request, Runnable meanwhile) {
        return holding(path, request, meanwhile, Route::resume);
    }

    /** Calls a request off after it was sent and before anything of it reaches the server. */
    public Tab callingOff(String path, Runnable request, Runnable cancel) {
        return holding(path, request, cancel, route -> route.abort("aborted"));
    }

    private Tab holding(String path, Runnable request, Runnable meanwhile, Consumer<Route> release) {
        var held = new ArrayList<Route>();
        page.route(path, held::add);
        page.waitForRequest(path, request);
        page.waitForCondition(() -> !held.isEmpty());
        meanwhile.run();
        page.unroute(path);
        held.forEach(release);
        return this;
    }

    /** Requires that axe finds nothing to object to in the page as it stands. There are no frames, and only what is wrong counts. */
    public Tab accessible() {
        var options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        var findings = new AxeBuilder(page)
                .setLegacyMode(true)
                .options(options)
                .analyze()
                .getViolations();
        assertThat(findings.stream()
                        .flatMap(rule -> rule.getNodes().stream()
                                .map(node -> rule.getId() + ": " + rule.getHelp() + "\n  " + node.getHtml() + "\n  "
                                        + node.getFailureSummary())))
                .as("what axe objects to in " + page.url())
                .isEmpty();
        return this;
    }

    /** Requires that nobody has to scroll sideways. */
    public Tab fitsTheScreen() {
        assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
                .as("the width of " + page.url())
                .isLessThanOrEqualTo(screen.width);
        return this;
    }

    /** Requires that there is more than empty ground on the canvas of a plot. */
    public Tab draws(Locator plot) {
        assertThat(plot).isVisible();
        assertThat((boolean) plot.evaluate("""
                        (plot) => {
                          const canvas = plot.querySelector("canvas");
                          const {data} = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
                          return data.some((channel) => channel !== 0);
                        }
                        """)).as("whether anything is drawn").isTrue();
        return this;
    }

    /** A picture that words stand for, by how these begin. */
    public Locator picture(String beginning) {
        return page.getByRole(AriaRole.IMG).and(page.getByLabel(Pattern.compile("^" + beginning)));
    }

    /** Goes to something with the Tab key alone. */
    public Tab walkTo(Locator target) {
        for (int steps = 0; steps < 100; steps++) {
            if ((boolean) target.evaluate("(element) => element === document.activeElement")) {
                return this;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("The Tab key does not lead to " + target);
    }

    /** Keeps the whole page as a picture for people to look at. */
    public Tab photograph(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SCREENSHOTS.resolve(name + "-" + screen + ".png"))
                .setAnimations(ScreenshotAnimations.DISABLED)
                .setFullPage(true));
        return this;
    }

    @Override
    public void close() {
        String address = page.url();
        context.close();
        assertThat(complaints)
                .as("what went wrong unseen, the last page being " + address)
                .isEmpty();
    }
}

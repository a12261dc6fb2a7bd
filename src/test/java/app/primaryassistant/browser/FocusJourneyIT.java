package app.primaryassistant.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.primaryassistant.support.Api;
import app.primaryassistant.support.Browser;
import app.primaryassistant.support.RequiresProgram;
import app.primaryassistant.support.Screen;
import app.primaryassistant.support.Screens;
import app.primaryassistant.support.Tab;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.ParameterizedTest;

/** Whoever goes by keyboard sees where they are. */
@RequiresProgram("chromium")
class FocusJourneyIT {

    /** Beyond the rounding of the corners. */
    private static final int CORNER = 8;

    /** Of 255: an edge between two pixels takes a little of what lies behind it. */
    private static final int ANTIALIASING = 40;

    @ParameterizedTest
    @Screens({Screen.PHONE_LIGHT, Screen.PHONE_DARK})
    void theRingAroundAWeightIsWhole(Screen screen) throws IOException {
        try (var tab = Browser.tab(screen).as(Api.signedUp())) {
            tab.open("/training/")
                    .shows("Workouts")
                    .press("Start workout")
                    .shows("Workout")
                    .press("Add exercise");
            tab.fill("Search exercises", "barbell squat");
            tab.page()
                    .locator(".chooser-item")
                    .filter(new Locator.FilterOptions()
                            .setHas(tab.page()
                                    .locator("strong")
                                    .getByText("Barbell Squat", new Locator.GetByTextOptions().setExact(true))))
                    .click();
            Locator weight = tab.field("Weight of set 1, Barbell Squat");
            assertThat(weight).isFocused();

            BoundingBox box = weight.boundingBox();
            BufferedImage around = picture(tab, box);
            int top = around.getRGB(around.getWidth() / 2, 0);
            int last = around.getHeight() - 1;
            assertThat(IntStream.range(CORNER, around.getWidth() - CORNER))
                    .allSatisfy(x ->
                            assertThat(difference(around.getRGB(x, last), top)).isLessThan(ANTIALIASING));
        }
    }

    /** Of two colours, the most that one of their channels differs by. */
    private static int difference(int one, int other) {
        return IntStream.of(16, 8, 0)
                .map(shift -> Math.abs((one >> shift & 0xff) - (other >> shift & 0xff)))
                .max()
                .orElseThrow();
    }

    /** The field and one pixel around it, which is the middle of the ring. */
    private static BufferedImage picture(Tab tab, BoundingBox box) throws IOException {
        byte[] png = tab.page()
                .screenshot(new Page.ScreenshotOptions()
                        .setClip(
                                Math.floor(box.x) - 1,
                                Math.floor(box.y) - 1,
                                Math.ceil(box.width) + 2,
                                Math.ceil(box.height) + 2));
        return ImageIO.read(new ByteArrayInputStream(png));
    }
}

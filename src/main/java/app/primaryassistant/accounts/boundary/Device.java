package app.primaryassistant.accounts.boundary;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A browser in words its owner recognises, such as "Firefox on Linux". A guess from its User-Agent, good for nothing else. */
final class Device {

    /** In this order, for most browsers also claim to be the ones further down. */
    private static final List<Mark> BROWSERS = List.of(
            new Mark("Edg", "Edge"),
            new Mark("OPR/", "Opera"),
            new Mark("SamsungBrowser", "Samsung Internet"),
            new Mark("Firefox", "Firefox"),
            new Mark("FxiOS", "Firefox"),
            new Mark("Chrome", "Chrome"),
            new Mark("CriOS", "Chrome"),
            new Mark("Safari", "Safari"),
            new Mark("curl", "curl"));

    private static final List<Mark> SYSTEMS = List.of(
            new Mark("iPhone", "iPhone"),
            new Mark("iPad", "iPad"),
            new Mark("Android", "Android"),
            new Mark("Windows", "Windows"),
            new Mark("Mac OS X", "macOS"),
            new Mark("CrOS", "ChromeOS"),
            new Mark("Linux", "Linux"));

    private Device() {}

    static String of(@Nullable String userAgent) {
        String text = userAgent == null ? "" : userAgent;
        String browser = first(BROWSERS, text).orElse("Unknown browser");
        return first(SYSTEMS, text).map(system -> browser + " on " + system).orElse(browser);
    }

    private static Optional<String> first(List<Mark> marks, String text) {
        return marks.stream()
                .filter(mark -> text.contains(mark.sign()))
                .map(Mark::name)
                .findFirst();
    }

    private record Mark(String sign, String name) {}
}

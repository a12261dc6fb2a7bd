package app.primaryassistant.platform.telemetry;

import app.primaryassistant.support.Application;
import io.restassured.RestAssured;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The metrics of a running program at one moment. */
record Exposition(String text) {

    private static final Pattern LABEL = Pattern.compile("([a-z_]+)=\"");

    static Exposition ofRunning() {
        return new Exposition(RestAssured.given()
                .header("Authorization", "Bearer " + Application.METRICS_TOKEN)
                .get(Application.running().uri().resolve("metrics"))
                .asString());
    }

    private List<String> lines() {
        return text.lines().filter(line -> !line.startsWith("#")).toList();
    }

    /** Name and labels of each. */
    List<String> samples() {
        return lines().stream()
                .map(line -> line.substring(0, line.lastIndexOf(' ')))
                .toList();
    }

    Set<String> names() {
        return samples().stream().map(sample -> sample.replaceAll("\\{.*", "")).collect(Collectors.toSet());
    }

    Set<String> labels() {
        return LABEL.matcher(text).results().map(found -> found.group(1)).collect(Collectors.toSet());
    }

    /** The value of the first sample that begins so; 0 if there is none, as a series begins with its first event. */
    double value(String beginning) {
        return values(beginning).stream().findFirst().orElse(0.0);
    }

    List<Double> values(String beginning) {
        return lines().stream()
                .filter(line -> line.startsWith(beginning))
                .map(line -> Double.valueOf(line.substring(line.lastIndexOf(' ') + 1)))
                .toList();
    }
}

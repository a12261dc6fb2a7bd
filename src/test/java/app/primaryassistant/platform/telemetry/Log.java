package app.primaryassistant.platform.telemetry;

import app.primaryassistant.support.Application;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.regex.Pattern;

/** What a running program has logged. */
final class Log {

    /** The JVM itself speaks plain text, before anybody can ask it for something else. */
    private static final Pattern OF_THE_JVM = Pattern.compile("(WARNING: |OpenJDK ).*");

    private final Application application;

    Log(Application application) {
        this.application = application;
    }

    List<String> lines() {
        return application
                .log()
                .lines()
                .filter(line -> !OF_THE_JVM.matcher(line).matches())
                .toList();
    }

    List<JsonPath> linesOf(String request) {
        return lines().stream()
                .filter(line -> line.contains("\"RequestId\":\"" + request + "\""))
                .map(JsonPath::new)
                .toList();
    }
}

package app.primaryassistant.platform.telemetry;

import static app.primaryassistant.support.Api.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import app.primaryassistant.support.Api;
import app.primaryassistant.support.Application;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The log as a machine reads it, and what must not stand in it even where everything is logged. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LogIT {

    private final Application application = Application.start(Map.of("LOG_LEVEL", "TRACE"));
    private final Log log = new Log(application);

    @AfterAll
    void stop() {
        application.stop();
    }

    @Test
    void everyLineIsAnObjectWithATimeALevelAndAMessage() {
        Api.stranger(application).get("nothing");

        assertThat(log.lines()).hasSizeGreaterThan(10).allSatisfy(line -> {
            var parsed = new JsonPath(line);
            assertThat(parsed.getString("Timestamp")).startsWith("20");
            assertThat(parsed.getString("Level"))
                    .isIn("SEVERE", "WARNING", "INFO", "CONFIG", "FINE", "FINER", "FINEST");
            assertThat(parsed.<Object>get("LogMessage")).isNotNull();
        });
    }

    @Test
    void whatPeopleEnterAndWhoTheyAreStandsNowhere() throws IOException {
        String name = "zaphod" + Api.freshName();
        Api person = Api.stranger(application).signUp(name);
        Api token = person.withToken("read", "write");
        String note = "slept like a stone " + UUID.randomUUID();
        String word = "w" + UUID.randomUUID().toString().replace("-", "");

        person.post("check-ins", """
                {"localDate": "2024-03-31", "note": "%s", "values": [{"metric": "weight", "value": 83.123, "unit": "kg"}]}
                """.formatted(note));
        person.post("check-ins", """
                {"localDate": "%s", "values": [{"metric": "weight", "value": "%s"}]}
                """.formatted(word, word));
        person.post("check-ins", "{" + word);
        token.get("measurements?metric=" + word + "&from=" + word);
        sendAsItIs("GET /sign-in/?next=%zz" + word + "&" + word + "=% HTTP/1.1");
        sendAsItIs("GET /api/v1/auth/state?" + word + "=%zz HTTP/1.1");
        sendAsItIs("POST /api/v1/auth/sign-in?%zz=" + word
                + " HTTP/1.1\r\nContent-Type: application/x-www-form-urlencoded");
        sendAsItIs("GET /" + word + "%zz HTTP/1.1");
        sendAsItIs(word + " " + word);
        RestAssured.given().header(word, word).cookie(word, word).get(application.uri() + "openapi?" + word);
        // The name is taken, which the database says first.
        Api.stranger(application).post("auth/sign-up", Api.credentials(name, PASSWORD));
        Api.stranger(application).post("auth/sign-in", Api.credentials(name, "wrong" + word));
        Api.stranger(application).withSecret(word).get("profile");

        String everything = String.join("\n", log.lines());
        assertThat(everything)
                .contains("MALFORMED", "CONFLICT", "WRONG_CREDENTIALS")
                .doesNotContain(
                        name, PASSWORD, note, word, "83.123", person.account().toString())
                .doesNotContain(
                        person.header("Cookie").split("=", 2)[1],
                        token.header("Authorization").substring("Bearer ".length()));
    }

    /** What no library for HTTP would send. */
    private void sendAsItIs(String request) throws IOException {
        try (var socket =
                new Socket(InetAddress.getLoopbackAddress(), application.uri().getPort())) {
            socket.getOutputStream()
                    .write((request + "\r\nHost: localhost\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.ISO_8859_1));
            socket.getInputStream().readAllBytes();
        }
    }

    @Test
    void aHigherLevelSilencesTheServerToo() {
        Application quiet = Application.start(Map.of("LOG_LEVEL", "WARNING"));
        try {
            assertThat(quiet.log()).doesNotContain("The schema is up to date", "Payara Micro URLs");
        } finally {
            quiet.stop();
        }
    }
}

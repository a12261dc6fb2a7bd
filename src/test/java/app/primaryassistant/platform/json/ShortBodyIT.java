package app.primaryassistant.platform.json;

import static org.assertj.core.api.Assertions.assertThat;

import app.primaryassistant.support.Api;
import app.primaryassistant.support.RawHttp;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A body that ends before its announced length has lost something on the way, however whole it looks. */
class ShortBodyIT {

    private static final String WEIGHT = "{\"metric\": \"weight\", \"value\": 80, \"localDate\": \"2024-03-31\"}";

    private final Api person = Api.signedUp();

    @ParameterizedTest
    @CsvSource({"measurements, application/json, " + "'" + WEIGHT + "'", "imports, text/csv, 'Date,Weight'"})
    void isNotTakenFromAClientThatHasHungUp(String path, String type, String body) throws IOException {
        RawHttp.Answer answer = RawHttp.send(request(path, type, body));

        assertThat(answer.status()).as(answer.text()).isNotIn(200, 201);
        assertThat(person.get(path).jsonPath().getList("items")).isEmpty();
    }

    @Test
    void isRefusedWhereTheClientStillWaits() throws IOException {
        RawHttp.Answer answer = RawHttp.sendAndWait(request("measurements", "application/json", WEIGHT));

        assertThat(answer.status()).as(answer.text()).isIn(400, 408);
        assertThat(answer.text()).contains("application/problem+json");
        assertThat(person.get("measurements").jsonPath().getList("items")).isEmpty();
    }

    private String request(String path, String type, String body) {
        return """
                POST /api/v1/%s HTTP/1.1
                Host: localhost
                Authorization: %s
                Content-Type: %s
                Content-Length: %d
                Connection: close

                %s""".formatted(
                path, person.withToken("read", "write").header("Authorization"), type, body.length() + 20, body);
    }
}

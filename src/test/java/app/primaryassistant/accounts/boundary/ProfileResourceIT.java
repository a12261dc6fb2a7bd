package app.primaryassistant.accounts.boundary;

import static app.primaryassistant.support.Api.assertInvalid;
import static app.primaryassistant.support.Api.assertProblem;
import static app.primaryassistant.support.Api.number;
import static org.assertj.core.api.Assertions.assertThat;

import app.primaryassistant.support.Api;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One's own profile. */
class ProfileResourceIT {

    private static final String CHANGE = """
            {"displayName": "Ann", "zone": "Pacific/Kiritimati", "locale": "en-GB",
             "units": {"mass": "lb", "length": "in", "temperature": "°F", "glucose": "mg/dL"},
             "birthDate": "1990-01-31", "height": 1.755, "sexAtBirth": "female"}
            """;

    private final Api person = Api.signedUp();

    @Test
    void keepsEveryFieldOfAChange() {
        Response changed = person.change("profile", tag(), CHANGE);
        Response read = person.get("profile");

        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(read.asString()).isEqualTo(changed.asString());
        assertThat(read.header("ETag")).isEqualTo(changed.header("ETag"));
        assertThat(read.<String>path("displayName")).isEqualTo("Ann");
        assertThat(read.<String>path("zone")).isEqualTo("Pacific/Kiritimati");
        assertThat(read.<String>path("locale")).isEqualTo("en-GB");
        assertThat(read.jsonPath().getMap("units"))
                .containsOnly(
                        Map.entry("mass", "lb"),
                        Map.entry("length", "in"),
                        Map.entry("temperature", "°F"),
                        Map.entry("glucose", "mg/dL"));
        assertThat(read.<String>path("birthDate")).isEqualTo("1990-01-31");
        assertThat(number(read, "height")).isEqualByComparingTo("1.755");
        assertThat(read.<String>path("sexAtBirth")).isEqualTo("female");
    }

    @Test
    void whatAChangeLeavesOutIsEmptied() {
        person.change("profile", tag(), CHANGE);

        Response changed = person.change("profile", tag(), CHANGE.replaceAll(",\\s+\"birthDate\".*(?=})", ""));

        assertThat(changed.statusCode()).as(changed.asString()).isEqualTo(200);
        assertThat(changed.jsonPath().getMap("")).doesNotContainKeys("birthDate", "height", "sexAtBirth");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "displayName | Ann                | ' '",
                "displayName | Ann                | \\u0000",
                "displayName | Ann                | \\ud800",
                "zone        | Pacific/Kiritimati | Atlantis/Poseidonis",
                "locale      | en-GB              | English",
                "units.mass  | lb                 | stone",
                "birthDate   | 1990-01-31         | 2990-01-31",
                "birthDate   | 1990-01-31         | 1899-12-31",
                "height      | 1.755              | 2.76",
                "height      | 1.755              | 0.4",
                "sexAtBirth  | female             | unknown",
            })
    void aFieldThatIsNotValidIsNamedAndNothingChanges(String field, String good, String bad) {
        String before = person.get("profile").asString();

        assertInvalid(person.change("profile", tag(), CHANGE.replace(good, bad)), field);

        assertThat(person.get("profile").asString()).isEqualTo(before);
    }

    @Test
    void aDateThatDoesNotExistIsMalformed() {
        assertProblem(person.change("profile", tag(), CHANGE.replace("01-31", "02-30")), 400, "malformed");
    }

    @Test
    void aLostRaceShowsWhatStandsThere() {
        String stale = tag();
        person.change("profile", stale, CHANGE);

        Response late = person.change("profile", stale, CHANGE.replace("Ann", "Bea"));

        assertProblem(late, 412, "precondition-failed");
        assertThat(late.<String>path("current.displayName")).isEqualTo("Ann");
    }

    @Test
    void eightChangesOfOneVersionMakeOne() throws Exception {
        String tag = tag();

        assertThat(Api.atOnce(8, () -> person.change("profile", tag, CHANGE)))
                .containsExactly(200, 412, 412, 412, 412, 412, 412, 412);
    }

    @Test
    void aChangeSaysWhichVersionItMeans() {
        assertProblem(person.put("profile", CHANGE), 428, "precondition-required");
    }

    @Test
    void asksAStrangerToSignIn() {
        Response response = Api.stranger().get("profile");

        assertProblem(response, 401, "unauthenticated");
        assertThat(response.header("WWW-Authenticate")).startsWith("Bearer");
    }

    @Test
    void aTokenForReadingReadsAndDoesNotWrite() {
        Api program = person.withToken("read");

        assertThat(program.get("profile").<String>path("name")).isEqualTo(person.name());
        assertProblem(program.change("profile", tag(), CHANGE), 403, "insufficient-scope");
    }

    @Test
    void aTokenForWritingWrites() {
        assertThat(person.withToken("read", "write")
                        .change("profile", tag(), CHANGE)
                        .statusCode())
                .isEqualTo(200);
    }

    private String tag() {
        return person.get("profile").header("ETag");
    }
}

package app.primaryassistant.platform.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.primaryassistant.programs.entity.PhaseEnd;
import jakarta.json.JsonException;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A body is one document and each name in it stands once, however the binding comes to read it. */
class StrictJsonbTest {

    private final Jsonb jsonb = new JsonbConfiguration().getContext(Outer.class);

    public record Inner(@Nullable Integer a, @Nullable Integer b) {}

    public record Outer(@Nullable Inner inner, @Nullable List<Inner> list) {}

    @Test
    void theSameNameMayStandInSeveralObjects() {
        Outer read =
                read("{\"inner\": {\"a\": 1, \"b\": 2}, \"list\": [{\"a\": 3}, {\"a\": 4, \"b\": null}, {}]} \r\n\t ");

        assertThat(read.inner()).isEqualTo(new Inner(1, 2));
        assertThat(read.list()).containsExactly(new Inner(3, null), new Inner(4, null), new Inner(null, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{} x",
                "{} {}",
                "{}}",
                "{},",
                "{}\u0000",
                "{\"inner\": {}, \"inner\": {}}",
                "{\"inner\": {}, \"\\u0069nner\": {}}",
                "{\"inner\": {\"a\": 1, \"a\": 1}}",
                "{\"list\": [{\"a\": 1}, {\"a\": 1, \"b\": 2, \"a\": 3}]}",
            })
    void whatIsNotOneDocumentWithEachNameOnceIsRefused(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOfAny(JsonException.class, JsonbException.class);
    }

    @Test
    void alsoWhereTheTypeIsKnownOnlyFromTheText() {
        String gate = "{\"gate\": \"rounds\", \"rounds\": 3%s}";
        assertThat(jsonb.fromJson(gate.formatted(""), PhaseEnd.class)).isEqualTo(new PhaseEnd.Rounds(3));

        assertThatThrownBy(() -> jsonb.fromJson(gate.formatted(", \"rounds\": 4"), PhaseEnd.class))
                .isInstanceOfAny(JsonException.class, JsonbException.class);
        assertThatThrownBy(() -> jsonb.fromJson(gate.formatted("") + "1", PhaseEnd.class))
                .isInstanceOfAny(JsonException.class, JsonbException.class);
    }

    private Outer read(String text) {
        return jsonb.fromJson(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), Outer.class);
    }
}

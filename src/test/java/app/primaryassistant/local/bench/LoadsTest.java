package app.primaryassistant.local.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadsTest {

    @TempDir
    private Path directory;

    @Test
    void loadsComeInTheOrderOfTheFile() throws IOException {
        var loads = loads("""
                zebra.request = GET /z
                ant.words = an ant
                ant.request = GET /a
                """);

        assertThat(loads.named(List.of())).extracting(Load::key).containsExactly("zebra", "ant");
        assertThat(loads.named(List.of("ant"))).extracting(Load::words).containsExactly("an ant");
    }

    @Test
    void onlyWhatDiffersByAccountIsLeftInBraces() throws IOException {
        var load = loads("set.request = PUT /days/{today}/{id}/{exercise:chin-up}\nset.body = {\"n\": \"{n}\"}")
                .named(List.of("set"))
                .getFirst();

        assertThat(load.method()).isEqualTo("PUT");
        assertThat(load.path()).isEqualTo("/days/2026-11-29/{id}/17");
        assertThat(load.body()).isEqualTo("{\"n\": \"{n}\"}");
        assertThat(load.isRead()).isFalse();
    }

    @Test
    void headersOfALoadReplaceThoseOfAll() throws IOException {
        var loads = loads("headers = A: b\none.request = GET /\ntwo.request = GET /\ntwo.headers =");

        assertThat(loads.named(List.of())).extracting(Load::headers).containsExactly("A: b", "");
    }

    @Test
    void anUnknownLoadIsToldFromThoseThatThereAre() throws IOException {
        var loads = loads("one.request = GET /\ntwo.request = GET /");

        assertThatThrownBy(() -> loads.named(List.of("three"))).hasMessage("There is no load three, but one, two");
    }

    private Loads loads(String text) throws IOException {
        Path file = Files.writeString(directory.resolve("loads.properties"), text);
        return Loads.in(file, Map.of("today", "2026-11-29", "exercise:chin-up", "17"));
    }
}

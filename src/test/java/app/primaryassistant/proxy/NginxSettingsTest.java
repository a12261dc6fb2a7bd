package app.primaryassistant.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The example of Nginx's settings against what its configuration and its entry point ask for. */
class NginxSettingsTest {

    private static final Path EXAMPLE = Path.of("env/nginx.env.example");
    private static final Path ENTRY_POINT = Path.of("containers/nginx/entrypoint");
    private static final Pattern PLACE = Pattern.compile("\\$\\{([A-Z0-9_]+)}");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{?([A-Z][A-Z0-9_]+)");
    private static final Pattern COMPUTED = Pattern.compile("(HTTP2_[A-Z]+)='");

    @Test
    void haveADefaultEachAndNoOtherIsExplained() throws IOException {
        Set<String> asked = new TreeSet<>();
        for (Path template : templates()) {
            asked.addAll(names(PLACE, Files.readString(template)));
        }
        String entryPoint = Files.readString(ENTRY_POINT);
        asked.addAll(names(VARIABLE, entryPoint));
        asked.removeAll(names(COMPUTED, entryPoint));
        asked.remove("PWD");

        assertThat(names(Pattern.compile("(?m)^([A-Z0-9_]+)=\\S"), Files.readString(EXAMPLE)))
                .containsExactlyElementsOf(asked);
    }

    @Test
    void haveTheirMeaningAboveThem() throws IOException {
        List<String> lines = Files.readAllLines(EXAMPLE);
        assertThat(lines.getFirst()).startsWith("#");
        for (int i = 1; i < lines.size(); i++) {
            if (lines.get(i).contains("=") && !lines.get(i).startsWith("#")) {
                assertThat(lines.get(i - 1)).as(lines.get(i)).isNotBlank();
            }
        }
    }

    private static List<Path> templates() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("nginx/templates"))) {
            return files.toList();
        }
    }

    private static Set<String> names(Pattern pattern, String text) {
        Set<String> names = new TreeSet<>();
        pattern.matcher(text).results().forEach(found -> names.add(found.group(1)));
        return names;
    }
}

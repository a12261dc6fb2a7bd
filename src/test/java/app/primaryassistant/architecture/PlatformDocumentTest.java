package app.primaryassistant.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the operators' documents name as proof, and link to, must be there. */
class PlatformDocumentTest {

    private static final Path DIRECTORY = Path.of("src/site");
    private static final Pattern TEST = Pattern.compile("`([A-Z][a-z]\\w*(?:Test|IT))`");
    private static final Pattern CHECK = Pattern.compile("check `(\\w+)`");
    private static final Pattern LINK = Pattern.compile("]\\(([^):#]+)\\)");
    private static final Pattern FUNCTION = Pattern.compile("(?m)^(\\w+)\\(\\)");

    @ParameterizedTest
    @ValueSource(strings = {"platform.md", "operating.md"})
    void namesTestsChecksAndFilesThatExist(String name) throws IOException {
        String document = Files.readString(DIRECTORY.resolve(name));

        assertThat(tests()).containsAll(named(TEST, document));
        assertThat(checks()).containsAll(named(CHECK, document));
        assertThat(named(LINK, document))
                .isNotEmpty()
                .allSatisfy(link -> assertThat(DIRECTORY.resolve(link)).exists());
    }

    private static Set<String> tests() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".java"))
                    .map(file -> file.replace(".java", ""))
                    .collect(Collectors.toSet());
        }
    }

    private static Set<String> checks() throws IOException {
        Set<String> checks = new TreeSet<>();
        try (Stream<Path> files = Files.list(Path.of("src/test/containers/checks"))) {
            for (Path file : files.toList()) {
                checks.addAll(named(FUNCTION, Files.readString(file)));
            }
        }
        return checks;
    }

    private static Set<String> named(Pattern pattern, String text) {
        Set<String> names = new TreeSet<>();
        pattern.matcher(text).results().forEach(found -> names.add(found.group(1)));
        return names;
    }
}

package app.primaryassistant.platform.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/** The examples of the settings against the code, the start of the container, and the files that start it. */
class EnvironmentExamplesTest {

    private static final Path WEB = Path.of("env/web.env.example");
    private static final Path NGINX = Path.of("env/nginx.env.example");
    private static final Path KUBERNETES = Path.of("containers/kubernetes/primary-assistant.yaml");
    private static final Pattern COMMENTED = Pattern.compile("(?m)^#([A-Z][A-Z0-9_]*)=(.*)$");
    private static final Pattern PLAIN = Pattern.compile("(?m)^([A-Z][A-Z0-9_]*)=(.*)$");
    private static final Pattern OF_SHELL = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*):-([^}]*)}");

    @Test
    void theProgramsHasEverySettingWithItsDefaultAndNoOther() throws IOException {
        Map<String, String> read = shipped();
        read.putAll(found(OF_SHELL, Path.of("containers/web/assistant")));
        read.putAll(found(OF_SHELL, Path.of("containers/web/assistant-healthy")));

        assertThat(found(COMMENTED, WEB)).isEqualTo(read);
    }

    @Test
    void theDatabasesIsWhatComposeSets() throws IOException {
        assertThat(found(COMMENTED, Path.of("env/db.env.example"))).isEqualTo(composed("db"));
    }

    @Test
    void thatOfComposeIsWhatItAsksFor() throws IOException {
        assertThat(found(COMMENTED, Path.of("env/compose.env.example")))
                .isEqualTo(found(OF_SHELL, Path.of("compose.yaml")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"web", "db", "compose"})
    void aCopyChangesNothing(String name) throws IOException {
        Path example = Path.of("env", name + ".env.example");
        assertThat(Files.readAllLines(example)).allMatch(line -> line.isEmpty() || line.startsWith("#"));
    }

    @Test
    void composeAndKubernetesSetWhatIsKnown() throws IOException {
        Set<String> ofWeb = new TreeSet<>(composed("web").keySet());
        ofWeb.addAll(deployed("web"));
        Set<String> ofNginx = new TreeSet<>(composed("nginx").keySet());
        ofNginx.addAll(deployed("nginx"));

        assertThat(ofWeb)
                .contains("DATABASE_URL")
                .isSubsetOf(withFiles(found(COMMENTED, WEB).keySet()));
        assertThat(ofNginx).contains("UPSTREAM").isSubsetOf(found(PLAIN, NGINX).keySet());
    }

    /** The program's own, by the names of their variables; {@code mp.} are those of MicroProfile. */
    private static Map<String, String> shipped() throws IOException {
        var properties = new Properties();
        try (InputStream in =
                Files.newInputStream(Path.of("src/main/resources/META-INF/microprofile-config.properties"))) {
            properties.load(in);
        }
        Map<String, String> own = new TreeMap<>();
        properties.stringPropertyNames().stream()
                .filter(property -> !property.startsWith("mp."))
                .forEach(property -> own.put(Settings.variable(property), properties.getProperty(property)));
        return own;
    }

    private static Map<String, String> found(Pattern pattern, Path file) throws IOException {
        Map<String, String> found = new HashMap<>();
        pattern.matcher(Files.readString(file)).results().forEach(line -> found.put(line.group(1), line.group(2)));
        return found;
    }

    private static Map<String, String> composed(String service) throws IOException {
        Map<?, ?> compose = new Yaml().load(Files.readString(Path.of("compose.yaml")));
        Map<String, String> variables = new TreeMap<>();
        map(map(map(compose.get("services")).get(service)).get("environment"))
                .forEach((name, value) -> variables.put(String.valueOf(name), String.valueOf(value)));
        return variables;
    }

    /** The names that the deployment of this name sets in its containers. */
    private static Set<String> deployed(String name) throws IOException {
        Set<String> names = new TreeSet<>();
        for (Object document : new Yaml().loadAll(Files.readString(KUBERNETES))) {
            Map<?, ?> resource = map(document);
            if ("Deployment".equals(resource.get("kind"))
                    && name.equals(map(resource.get("metadata")).get("name"))) {
                maps(document, "env").forEach(variable -> names.add(String.valueOf(variable.get("name"))));
            }
        }
        return names;
    }

    /** What stands in the lists of this name, however deep. */
    private static Stream<Map<?, ?>> maps(Object node, String name) {
        List<Map<?, ?>> found = new ArrayList<>();
        if (node instanceof Map<?, ?> map) {
            if (map.get(name) instanceof List<?> list) {
                list.forEach(item -> found.add(map(item)));
            }
            map.values().forEach(child -> found.addAll(maps(child, name).toList()));
        } else if (node instanceof List<?> list) {
            list.forEach(child -> found.addAll(maps(child, name).toList()));
        }
        return found.stream();
    }

    private static Map<?, ?> map(@Nullable Object node) {
        if (node instanceof Map<?, ?> map) {
            return map;
        }
        throw new AssertionError("Not a mapping: " + node);
    }

    private static Set<String> withFiles(Set<String> names) {
        Set<String> both = new TreeSet<>(names);
        names.forEach(name -> both.add(name + "_FILE"));
        return both;
    }
}

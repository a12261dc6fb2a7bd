package app.primaryassistant.platform.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.primaryassistant.local.Machine;
import app.primaryassistant.support.Api;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/** The dashboard and the alerts ask for nothing that the program does not show. */
class MonitoringFilesIT {

    private static final Path DIRECTORY = Path.of("containers/monitoring");

    /** A word that is neither a function's nor a label's. */
    private static final Pattern NAME = Pattern.compile("(?<![\\w.])[a-zA-Z_:][\\w:]*\\b(?!\\s*\\()");

    private static final Set<String> OPERATORS =
            Set.of("and", "or", "unless", "on", "by", "without", "ignoring", "bool");

    /** What Prometheus itself adds. */
    private static final Set<String> OF_PROMETHEUS = Set.of("up");

    private static final Set<String> LABELS_OF_PROMETHEUS = Set.of("job", "instance");

    @Test
    void everyMetricAskedForExists() throws IOException {
        Api.stranger().get("auth/state");
        Set<String> shown = Exposition.ofRunning().names();

        assertThat(expressions())
                .hasSizeGreaterThan(20)
                .allSatisfy(expression -> assertThat(names(expression))
                        .as(expression)
                        .isNotEmpty()
                        .allMatch(name -> shown.contains(name) || OF_PROMETHEUS.contains(name)));
    }

    @Test
    void everyLabelAskedForExists() throws IOException {
        Api.stranger().get("auth/state");
        Set<String> shown = Exposition.ofRunning().labels();

        assertThat(expressions().flatMap(MonitoringFilesIT::labels))
                .isNotEmpty()
                .allMatch(label -> shown.contains(label) || LABELS_OF_PROMETHEUS.contains(label));
    }

    @Test
    void everyMetricOfOursIsShownOrWatched() throws IOException {
        Set<String> used = new TreeSet<>();
        expressions().map(MonitoringFilesIT::names).forEach(used::addAll);

        assertThat(Exposition.ofRunning().names())
                .filteredOn(name -> name.startsWith("assistant_"))
                .isNotEmpty()
                .allMatch(used::contains);
    }

    @Test
    void thePanelsOfTheDashboardFitBesideEachOther() throws IOException {
        var dashboard = new JsonPath(read("dashboard.json"));
        List<Integer> widths = dashboard.getList("panels.gridPos.w", Integer.class);
        List<Integer> lefts = dashboard.getList("panels.gridPos.x", Integer.class);

        assertThat(dashboard.getList("panels.id")).doesNotHaveDuplicates();
        assertThat(dashboard.getList("panels.gridPos")).doesNotHaveDuplicates();
        assertThat(IntStream.range(0, widths.size())).allMatch(i -> lefts.get(i) + widths.get(i) <= 24);
    }

    /** It is the judge of its own syntax; nobody needs it to build the program. */
    @ParameterizedTest
    @ValueSource(strings = {"check rules alerts.yaml", "check config --syntax-only prometheus.yaml"})
    void prometheusTakesTheFiles(String check) throws IOException, InterruptedException {
        var promtool = Machine.program("promtool");
        assumeTrue(promtool.isPresent(), "promtool is not installed: apt-get install prometheus");
        List<String> command = Stream.concat(Stream.of(promtool.get().toString()), Stream.of(check.split(" ")))
                .toList();

        Process process = new ProcessBuilder(command)
                .directory(DIRECTORY.toFile())
                .redirectErrorStream(true)
                .start();

        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }

    private static Stream<String> expressions() throws IOException {
        Map<String, List<Map<String, List<Map<String, String>>>>> alerts = new Yaml().load(read("alerts.yaml"));
        return Stream.concat(
                new JsonPath(read("dashboard.json")).<String>getList("panels.targets.expr.flatten()").stream(),
                alerts.getOrDefault("groups", List.of()).stream()
                        .flatMap(group -> group.getOrDefault("rules", List.of()).stream())
                        .map(rule -> rule.getOrDefault("expr", "")));
    }

    private static Set<String> names(String expression) {
        String bare = expression
                .replaceAll("\\{[^}]*}", "")
                .replaceAll("\\[[^]]*]", "")
                .replaceAll("\\b(by|without|on|ignoring)\\s*\\([^)]*\\)", "");
        var names = new TreeSet<String>();
        NAME.matcher(bare)
                .results()
                .map(found -> found.group())
                .filter(name -> !OPERATORS.contains(name))
                .forEach(names::add);
        return names;
    }

    private static Stream<String> labels(String expression) {
        var chosen = Pattern.compile("([a-z_]+)\\s*(?:=~|!~|!=|=)\\s*\"")
                .matcher(expression)
                .results()
                .map(found -> found.group(1));
        var grouped = Pattern.compile("\\bby\\s*\\(([^)]*)\\)")
                .matcher(expression)
                .results()
                .flatMap(found -> Stream.of(found.group(1).split("\\s*,\\s*")));
        return Stream.concat(chosen, grouped);
    }

    private static String read(String file) throws IOException {
        return Files.readString(DIRECTORY.resolve(file));
    }
}

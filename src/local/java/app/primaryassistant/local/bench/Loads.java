package app.primaryassistant.local.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.SequencedSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The loads of a file such as {@code src/bench/loads.properties}, which says what stands in it. */
final class Loads {

    private static final Pattern NAME = Pattern.compile("\\{([a-z]+(?::[a-z0-9-]+)?)}");

    private final List<Load> all = new ArrayList<>();

    private Loads() {}

    /**
     * Reads a file.
     *
     * @param values what stands for the names in braces that mean the same for every account
     */
    static Loads in(Path file, Map<String, String> values) throws IOException {
        SequencedSet<String> keys = new LinkedHashSet<>();
        var properties = new Properties() {
            private static final long serialVersionUID = 1;

            // It keeps no order itself.
            @Override
            public synchronized Object put(Object name, Object value) {
                keys.add(name.toString().replaceFirst("\\..*", ""));
                return Objects.requireNonNullElse(super.put(name, value), "");
            }
        };
        try (var text = Files.newBufferedReader(file)) {
            properties.load(text);
        }
        var loads = new Loads();
        for (String key : keys) {
            if (properties.containsKey(key + ".request")) {
                loads.all.add(load(key, properties, values));
            }
        }
        return loads;
    }

    private static Load load(String key, Properties properties, Map<String, String> values) {
        String[] request = replaced(properties.getProperty(key + ".request"), values).split(" +", 2);
        return new Load(
                key,
                properties.getProperty(key + ".words", key),
                request[0],
                request[1],
                replaced(properties.getProperty(key + ".body", ""), values),
                properties.getProperty(key + ".headers", properties.getProperty("headers", "")),
                Optional.ofNullable(properties.getProperty(key + ".connections")).map(Integer::valueOf),
                Optional.ofNullable(properties.getProperty(key + ".beside")),
                !properties.getProperty(key + ".floor", "").equals("none"),
                Budget.of(properties.getProperty(key + ".budget", "")));
    }

    private static String replaced(String text, Map<String, String> values) {
        return NAME.matcher(text)
                .replaceAll(name -> Matcher.quoteReplacement(values.getOrDefault(name.group(1), name.group())));
    }

    /** Those of these names; all of them if none is named. */
    List<Load> named(List<String> names) {
        return names.isEmpty()
                ? Collections.unmodifiableList(all)
                : names.stream().map(name -> find(name).orElseThrow(() -> unknown(name))).toList();
    }

    Optional<Load> find(String name) {
        return all.stream().filter(load -> load.key().equals(name)).findFirst();
    }

    private IllegalArgumentException unknown(String name) {
        Stream<String> keys = all.stream().map(Load::key);
        return new IllegalArgumentException("There is no load " + name + ", but " + String.join(", ", keys.toList()));
    }
}

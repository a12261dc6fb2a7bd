package app.primaryassistant.platform.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The values that settings have where nobody sets them.
 *
 * @param values by the names of the settings
 */
record Defaults(Map<String, String> values) implements Settings.Source {

    private static final String FILE = "META-INF/microprofile-config.properties";

    Defaults {
        values = Map.copyOf(values);
    }

    /** Those of MicroProfile's own file, so that the running program and the commands have the same. */
    static Defaults shipped() {
        var all = new HashMap<String, String>();
        try {
            for (URL file : Collections.list(Defaults.class.getClassLoader().getResources(FILE))) {
                properties(file).forEach(all::putIfAbsent);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return new Defaults(all);
    }

    @Override
    public @Nullable String value(String name) {
        return values.get(name);
    }

    private static Map<String, String> properties(URL file) throws IOException {
        var properties = new Properties();
        try (InputStream in = file.openStream()) {
            properties.load(in);
        }
        return properties.stringPropertyNames().stream()
                .collect(Collectors.toMap(Settings::variable, properties::getProperty));
    }
}

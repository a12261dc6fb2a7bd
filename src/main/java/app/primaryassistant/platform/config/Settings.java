package app.primaryassistant.platform.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The settings, each by the name of its environment variable, such as {@code DATABASE_URL}.
 *
 * <p>A value is that of the variable, or the content of the file that the variable with {@code _FILE} at its end names, or
 * the default. An empty value is none.
 */
public final class Settings {

    /** Shorter secrets can be guessed. In characters. */
    public static final int SHORTEST_SECRET = 16;

    private static final String DEFAULTS = "META-INF/microprofile-config.properties";
    private static final String FILE = "_FILE";

    private final Map<String, String> environment;
    private final Map<String, String> defaults;

    Settings(Map<String, String> environment, Map<String, String> defaults) {
        this.environment = Map.copyOf(environment);
        this.defaults = Map.copyOf(defaults);
    }

    /** Those of this process. */
    public static Settings ofProcess() {
        return of(System.getenv());
    }

    /** Those of an environment, with the defaults that are shipped. */
    public static Settings of(Map<String, String> environment) {
        return new Settings(environment, shipped());
    }

    /** The name of the environment variable for a property such as {@code database.url}. */
    static String variable(String property) {
        return property.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }

    /** Every setting that has a default, an empty one included. */
    Set<String> names() {
        return defaults.keySet();
    }

    /** @throws InvalidSetting if its file cannot be read, or if it is given twice */
    public Optional<String> find(String name) {
        return given(name).or(() -> Optional.ofNullable(defaults.get(name))).filter(value -> !value.isEmpty());
    }

    /** Whether it is set to nothing on purpose, although it has a default. */
    public boolean isEmptied(String name) {
        return "".equals(environment.get(name)) && !environment.containsKey(name + FILE);
    }

    /** @throws InvalidSetting also if it has no value */
    public String get(String name) {
        return find(name).orElseThrow(() -> new InvalidSetting(
                name + " is not set. Set it, or set " + name + FILE + " to the path of a file that holds it."));
    }

    /** @throws InvalidSetting also if it is not a whole number from {@code low} to {@code high} */
    public int number(String name, int low, int high) {
        String value = get(name).strip();
        if (!value.matches("-?[0-9]{1,9}") || Integer.parseInt(value) < low || Integer.parseInt(value) > high) {
            throw new InvalidSetting(name + " must be a whole number from " + low + " to " + high + ".");
        }
        return Integer.parseInt(value);
    }

    /** @throws InvalidSetting also if it is a placeholder or has fewer than {@value #SHORTEST_SECRET} characters */
    public String secret(String name) {
        String advice = " Make one with `assistant secret`.";
        String value = find(name).orElseThrow(() -> new InvalidSetting(
                name + " is not set. Set it, or set " + name + FILE + " to the path of a file that holds it." + advice));
        if (isPlaceholder(value)) {
            throw new InvalidSetting(name + " still has the placeholder of the example." + advice);
        }
        if (value.length() < SHORTEST_SECRET) {
            throw new InvalidSetting(
                    name + " has fewer than " + SHORTEST_SECRET + " characters, so it can be guessed." + advice);
        }
        return value;
    }

    static boolean isPlaceholder(String value) {
        String plain = value.strip().toLowerCase(Locale.ROOT);
        return plain.matches("<.*>") || plain.matches(".*change[-_ ]?me.*");
    }

    /** The value that was set, by the variable or by its file. */
    private Optional<String> given(String name) {
        Optional<String> direct = Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
        Optional<String> file = Optional.ofNullable(environment.get(name + FILE)).filter(value -> !value.isEmpty());
        if (direct.isPresent() && file.isPresent()) {
            throw new InvalidSetting(name + " and " + name + FILE + " are both set. Remove one of them.");
        }
        return direct.or(() -> fromFile(name));
    }

    /** The content, without the line ends after it, of the file that {@code <name>_FILE} names. */
    Optional<String> fromFile(String name) {
        return Optional.ofNullable(environment.get(name + FILE))
                .filter(path -> !path.isEmpty())
                .map(path -> read(name + FILE, path));
    }

    private static String read(String variable, String path) {
        try {
            return Files.readString(Path.of(path), StandardCharsets.UTF_8).replaceAll("[\r\n]+$", "");
        } catch (NoSuchFileException missing) {
            throw new InvalidSetting(variable + " names " + path + ", which does not exist.");
        } catch (AccessDeniedException denied) {
            throw new InvalidSetting(variable + " names " + path + ", which user " + System.getProperty("user.name")
                    + " may not read. Change its owner or its mode.");
        } catch (IOException | RuntimeException unreadable) {
            throw new InvalidSetting(variable + " names " + path + ", which cannot be read as text.");
        }
    }

    private static Map<String, String> shipped() {
        var all = new HashMap<String, String>();
        try {
            for (URL file : Collections.list(Settings.class.getClassLoader().getResources(DEFAULTS))) {
                properties(file).forEach(all::putIfAbsent);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return all;
    }

    private static Map<String, String> properties(URL file) throws IOException {
        var properties = new Properties();
        try (InputStream in = file.openStream()) {
            properties.load(in);
        }
        return properties.stringPropertyNames().stream().collect(Collectors.toMap(Settings::variable, properties::getProperty));
    }
}

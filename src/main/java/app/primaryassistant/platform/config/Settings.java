package app.primaryassistant.platform.config;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The settings, each by the name of its environment variable, such as {@code DATABASE_URL}.
 *
 * <p>A value is that of the variable, or the content of the file that the variable with {@code _FILE} at its end names, or
 * the default. An empty value is none. The running program has them injected, from MicroProfile Config; a command, which runs
 * without it, takes those of its process.
 */
public final class Settings {

    /** Shorter secrets can be guessed. In characters. */
    public static final int SHORTEST_SECRET = 16;

    private static final Set<String> TRUE = Set.of("true", "1", "yes", "y", "on");

    private final List<Source> sources;

    /** Something that knows some of the settings. */
    @FunctionalInterface
    interface Source {

        /** The value of a setting, which may be empty, or null if this source does not have it. */
        @Nullable
        String value(String name);
    }

    /** @param sources in the order in which they are asked */
    Settings(List<Source> sources) {
        this.sources = List.copyOf(sources);
    }

    /** Those of this process. */
    public static Settings ofProcess() {
        return of(System.getenv());
    }

    /** Those of an environment, with the defaults that are shipped. */
    public static Settings of(Map<String, String> environment) {
        return new Settings(List.of(new Environment(environment), Defaults.shipped()));
    }

    /** The name of the environment variable for a property such as {@code database.url}. */
    static String variable(String property) {
        return property.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }

    /** The name of MicroProfile Config's property for a variable such as {@code DATABASE_URL}. */
    static String property(String variable) {
        return variable.toLowerCase(Locale.ROOT).replace('_', '.');
    }

    /** @throws InvalidSetting if its file cannot be read, or if it is given twice */
    public Optional<String> find(String name) {
        return sources.stream()
                .flatMap(source -> Optional.ofNullable(source.value(name)).stream())
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    /** Whether it is set to nothing on purpose, although it has a default. */
    public boolean isEmptied(String name) {
        return sources.stream()
                .flatMap(source -> Optional.ofNullable(source.value(name)).stream())
                .findFirst()
                .filter(String::isEmpty)
                .isPresent();
    }

    /** @throws InvalidSetting also if it has no value */
    public String get(String name) {
        return find(name).orElseThrow(() -> new InvalidSetting(howToSet(name)));
    }

    /**
     * Whether it is set to {@code true}, {@code 1}, {@code yes}, {@code y} or {@code on}, in any case, as MicroProfile Config has
     * it.
     *
     * @throws InvalidSetting if it has no value
     */
    public boolean flag(String name) {
        return TRUE.contains(get(name).strip().toLowerCase(Locale.ROOT));
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
        String advice = " Generate one with `assistant secret`.";
        String value = find(name).orElseThrow(() -> new InvalidSetting(howToSet(name) + advice));
        if (isPlaceholder(value)) {
            throw new InvalidSetting(name + " still has the placeholder from the example." + advice);
        }
        if (value.length() < SHORTEST_SECRET) {
            throw new InvalidSetting(
                    name + " has fewer than " + SHORTEST_SECRET + " characters, so it can be guessed." + advice);
        }
        return value;
    }

    private static String howToSet(String name) {
        return name + " is not set. Set it, or set " + name + "_FILE to the path of a file that contains it.";
    }

    static boolean isPlaceholder(String value) {
        String plain = value.strip().toLowerCase(Locale.ROOT);
        return plain.matches("<.*>") || plain.matches(".*change[-_ ]?me.*");
    }
}

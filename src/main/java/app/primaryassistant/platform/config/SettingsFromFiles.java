package app.primaryassistant.platform.config;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/**
 * The settings whose values are in files, for the running program.
 *
 * <p>Each file is read once, when the program starts. Only settings of this program are looked for: other variables that end
 * in {@code _FILE} belong to somebody else.
 */
public class SettingsFromFiles implements ConfigSource {

    /** Above that of environment variables, 300, and below that of system properties, 400. */
    private static final int ORDINAL = 350;

    private final Map<String, String> values;

    public SettingsFromFiles() {
        this(new Environment(System.getenv()), Defaults.shipped());
    }

    SettingsFromFiles(Environment environment, Defaults defaults) {
        values = defaults.values().keySet().stream()
                .filter(name -> environment.fromFile(name).isPresent())
                .collect(Collectors.toUnmodifiableMap(
                        Function.identity(), name -> requireNonNull(environment.value(name))));
    }

    @Override
    public Set<String> getPropertyNames() {
        return values.keySet();
    }

    @Override
    public @Nullable String getValue(String name) {
        return values.get(Settings.variable(name));
    }

    @Override
    public String getName() {
        return "files named by *_FILE";
    }

    @Override
    public int getOrdinal() {
        return ORDINAL;
    }
}

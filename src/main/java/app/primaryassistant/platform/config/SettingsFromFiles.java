package app.primaryassistant.platform.config;

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
        this(Settings.ofProcess());
    }

    SettingsFromFiles(Settings settings) {
        values = settings.names().stream()
                .filter(name -> settings.fromFile(name).isPresent())
                .collect(Collectors.toUnmodifiableMap(Function.identity(), settings::get));
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

package app.primaryassistant.platform.config;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.util.List;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/** Gives whoever injects {@link Settings} those of MicroProfile Config. */
@ApplicationScoped
public class SettingsProducer {

    @Produces
    Settings settings() {
        return current();
    }

    /** The same for what the server makes without CDI. */
    public static Settings current() {
        return of(ConfigProvider.getConfig());
    }

    /** Source by source rather than by {@link Config#getValue}, to which an empty variable means that there is no default. */
    private static Settings of(Config config) {
        List<Settings.Source> sources = StreamSupport.stream(
                        config.getConfigSources().spliterator(), false)
                .<Settings.Source>map(source -> name -> value(source, name))
                .toList();
        return new Settings(sources);
    }

    private static @Nullable String value(ConfigSource source, String name) {
        @Nullable String value = source.getValue(Settings.property(name));
        return value == null ? source.getValue(name) : value;
    }
}

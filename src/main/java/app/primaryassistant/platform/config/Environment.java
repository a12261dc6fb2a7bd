package app.primaryassistant.platform.config;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Environment variables, and the files that those with {@code _FILE} at their end name.
 *
 * @param variables by name
 */
record Environment(Map<String, String> variables) implements Settings.Source {

    private static final String FILE = "_FILE";

    Environment {
        variables = Map.copyOf(variables);
    }

    /** @throws InvalidSetting if its file cannot be read, or if there are both a variable and a file */
    @Override
    public @Nullable String value(String name) {
        @Nullable String direct = variables.get(name);
        Optional<String> file = fromFile(name);
        if (file.isEmpty()) {
            return direct;
        }
        if (direct != null && !direct.isEmpty()) {
            throw new InvalidSetting(name + " and " + name + FILE + " are both set. Remove one of them.");
        }
        return file.get();
    }

    /** The content, without the line ends after it, of the file that {@code <name>_FILE} names. */
    Optional<String> fromFile(String name) {
        return Optional.ofNullable(variables.get(name + FILE))
                .filter(path -> !path.isEmpty())
                .map(path -> read(name + FILE, path));
    }

    private static String read(String variable, String path) {
        try {
            return Files.readString(Path.of(path), StandardCharsets.UTF_8).replaceAll("[\r\n]+$", "");
        } catch (NoSuchFileException missing) {
            throw new InvalidSetting(variable + " points to " + path + ", which does not exist.");
        } catch (AccessDeniedException denied) {
            throw new InvalidSetting(variable + " points to " + path + ", which user " + System.getProperty("user.name")
                    + " cannot read. Change its owner or mode.");
        } catch (IOException | RuntimeException unreadable) {
            throw new InvalidSetting(variable + " points to " + path + ", which cannot be read as text.");
        }
    }
}

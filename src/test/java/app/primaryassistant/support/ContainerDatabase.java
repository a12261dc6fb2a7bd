package app.primaryassistant.support;

import app.primaryassistant.local.Database;
import app.primaryassistant.local.Server;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Gives tests in the container a database of their own. It must stand before Arquillian's extension, which reads its
 * configuration once; inside the container, where the same class runs again, it has nothing to do.
 */
public final class ContainerDatabase implements BeforeAllCallback {

    @Override
    public void beforeAll(ExtensionContext context) throws IOException, SQLException {
        boolean insideTheContainer = System.getProperty("server.jar") == null;
        if (insideTheContainer || System.getProperty("container.options") != null) {
            return;
        }
        Path directory = Files.createTempDirectory("assistant-container");
        Database database = Database.temporary(directory);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                database.close();
            } catch (IOException failed) {
                System.err.println("PostgreSQL could not be stopped: " + failed.getMessage());
            }
        }));
        String settings = database.environment().entrySet().stream()
                .map(entry -> "-D" + entry.getKey().toLowerCase(Locale.ROOT).replace('_', '.') + "=" + entry.getValue())
                .collect(Collectors.joining(" "))
                // Arquillian puts it into its XML as it is.
                .replace("&", "&amp;");
        System.setProperty(
                "container.options",
                String.join(
                        " ",
                        settings,
                        "-Dregistration=open",
                        "-Dstorage.directory=" + directory.resolve("storage"),
                        "-Xmx512m",
                        System.getProperty("server.agent", "").replace("jacoco-it.exec", "jacoco-container.exec")));
        System.setProperty("container.boot", Server.beforeBootOpen());
        System.setProperty("container.console", System.getProperty("container.console", "false"));
    }
}

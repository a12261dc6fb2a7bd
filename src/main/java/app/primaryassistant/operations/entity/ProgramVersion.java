package app.primaryassistant.operations.entity;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version of the program, as the build wrote it down. */
public final class ProgramVersion implements IVersionProvider {

    public static String text() throws IOException {
        try (InputStream file = ProgramVersion.class.getResourceAsStream("/META-INF/primary-assistant.properties")) {
            var properties = new Properties();
            properties.load(file);
            return properties.getProperty("version");
        }
    }

    @Override
    public String[] getVersion() throws IOException {
        return new String[] {text()};
    }
}

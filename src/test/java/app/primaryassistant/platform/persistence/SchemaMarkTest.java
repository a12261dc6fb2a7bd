package app.primaryassistant.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SchemaMarkTest {

    private static final Path CHANGE_LOG = Path.of("src/main/resources/db/changelog");

    /** A change in a file that the mark leaves out would never reach a database that has the mark. */
    @Test
    void coversEveryFileOfTheChangeLog() throws IOException {
        try (Stream<Path> files = Files.walk(CHANGE_LOG)) {
            assertThat(SchemaMark.files())
                    .containsExactlyInAnyOrderElementsOf(files.filter(Files::isRegularFile)
                            .map(file -> CHANGE_LOG.relativize(file).toString())
                            .toList());
        }
    }

    /** What runs always, or under a condition, is not seen in the history. */
    @Test
    void noChangeRunsAtEveryStartOrUnderACondition() throws IOException {
        try (Stream<Path> files = Files.walk(CHANGE_LOG)) {
            assertThat(files.filter(Files::isRegularFile))
                    .allSatisfy(file -> assertThat(Files.readString(file))
                            .doesNotContainIgnoringCase("runAlways")
                            .doesNotContainIgnoringCase("precondition")
                            .doesNotContainIgnoringCase("context:")
                            .doesNotContainIgnoringCase("labels:"));
        }
    }
}

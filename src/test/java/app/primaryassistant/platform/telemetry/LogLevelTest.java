package app.primaryassistant.platform.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.logging.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogLevelTest {

    @ParameterizedTest
    @CsvSource({
        "ERROR, SEVERE",
        "warning, WARNING",
        "WARN, WARNING",
        " info , INFO",
        "DEBUG, FINE",
        "TRACE, FINEST",
        "SEVERE, SEVERE"
    })
    void isNamedAsOperatorsAndAsTheLibraryDo(String word, String level) {
        assertThat(LogLevel.named(word)).hasValue(Level.parse(level));
    }

    @Test
    void anotherWordIsNone() {
        assertThat(LogLevel.named("loud")).isEmpty();
    }
}

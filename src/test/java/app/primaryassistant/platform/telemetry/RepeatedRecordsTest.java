package app.primaryassistant.platform.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RepeatedRecordsTest {

    private static final String SERVER = "javax.enterprise.resource";

    private final RepeatedRecords filter = new RepeatedRecords(null);

    @Test
    void theFirstOfAKindIsLoggedAndTheRestAreCountedEachMinute() {
        assertThat(log(SERVER, Level.SEVERE, "Connection 17 was closed", null)).isTrue();
        for (int i = 0; i < 5_000; i++) {
            assertThat(log(SERVER, Level.SEVERE, "Connection " + i + " was closed", null))
                    .isFalse();
        }

        assertThat(filter.counts()).singleElement().satisfies(count -> {
            assertThat(count.getMessage())
                    .isEqualTo("5000 more like this in the last minute: Connection 17 was closed");
            assertThat(count.getLevel()).isEqualTo(Level.SEVERE);
            assertThat(count.getLoggerName()).isEqualTo(SERVER);
            assertThat(filter.isLoggable(count)).isTrue();
        });
    }

    @Test
    void anOutageThatGoesOnIsCountedAndOneThatIsOverIsForgotten() {
        log(SERVER, Level.WARNING, "away", null);
        log(SERVER, Level.WARNING, "away", null);
        assertThat(filter.counts()).hasSize(1);
        assertThat(log(SERVER, Level.WARNING, "away", null)).isFalse();
        assertThat(filter.counts()).hasSize(1);

        assertThat(filter.counts()).isEmpty();
        assertThat(log(SERVER, Level.WARNING, "away", null)).isTrue();
    }

    @Test
    void whatDiffersIsAKindOfItsOwn() {
        assertThat(log(SERVER, Level.WARNING, "away", null)).isTrue();
        assertThat(log(SERVER, Level.SEVERE, "away", null)).isTrue();
        assertThat(log("another", Level.WARNING, "away", null)).isTrue();
        assertThat(log(SERVER, Level.WARNING, "gone", null)).isTrue();
        assertThat(log(SERVER, Level.WARNING, "away", new SQLException())).isTrue();
    }

    @Test
    void theProgramsOwnLinesAreNotHeldBackButForItsUnavailability() {
        for (int i = 0; i < 2; i++) {
            assertThat(log("app.primaryassistant.operations.control.Backup", Level.SEVERE, "The backup failed", null))
                    .isTrue();
            assertThat(log(SERVER, Level.INFO, "Started", null)).isTrue();
        }
        String id = "00112233445566778899aabbccddeeff";
        assertThat(log(RepeatedRecords.COUNTED, Level.WARNING, "Problem " + id + ": away", null))
                .isTrue();
        assertThat(log(RepeatedRecords.COUNTED, Level.WARNING, "Problem " + id.replace('0', '7') + ": away", null))
                .isFalse();
    }

    @Test
    void whatTheHandlerHasLeftOutStaysOut() {
        assertThat(new RepeatedRecords(record -> false).isLoggable(new LogRecord(Level.SEVERE, "away")))
                .isFalse();
    }

    private boolean log(String logger, Level level, String message, @Nullable Throwable thrown) {
        var record = new LogRecord(level, message);
        record.setLoggerName(logger);
        record.setThrown(thrown);
        return filter.isLoggable(record);
    }
}

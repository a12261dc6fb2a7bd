package app.primaryassistant.operations.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.primaryassistant.platform.config.InvalidSetting;
import app.primaryassistant.platform.config.Settings;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackupScheduleTest {

    @ParameterizedTest
    @CsvSource({"02:29:59, false", "02:30:00, true", "23:59:59, true", "00:00:00, false"})
    void itIsDueFromItsTimeToTheEndOfTheDayInUtc(String time, boolean due) {
        var schedule = schedule(Map.of("BACKUP_KEY", "a key"));

        assertThat(schedule.isDue(Instant.parse("2026-03-29T" + time + "Z"))).isEqualTo(due);
    }

    @Test
    void withoutAKeyOrATimeItIsNeverDue() {
        Instant evening = Instant.parse("2026-03-29T23:00:00Z");

        assertThat(schedule(Map.of()).isDue(evening)).isFalse();
        assertThat(schedule(Map.of("BACKUP_KEY", "a key", "BACKUP_AT", "")).isDue(evening))
                .isFalse();
        assertThat(schedule(Map.of("BACKUP_KEY", "a key", "BACKUP_AT", "22:15")).isDue(evening))
                .isTrue();
    }

    @Test
    void aTimeThatIsNoneIsNamed() {
        assertThatThrownBy(() -> schedule(Map.of("BACKUP_KEY", "a key", "BACKUP_AT", "2:30 am"))
                        .isDue(Instant.EPOCH))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining("BACKUP_AT");
    }

    @Test
    void backupsAreKeptForTwoWeeks() {
        assertThat(schedule(Map.of()).keep()).isEqualTo(Duration.ofDays(14));
        assertThatThrownBy(() -> schedule(Map.of("BACKUP_KEEP_DAYS", "0")).keep())
                .isInstanceOf(InvalidSetting.class);
    }

    private static BackupSchedule schedule(Map<String, String> environment) {
        return new BackupSchedule(Settings.of(environment));
    }
}

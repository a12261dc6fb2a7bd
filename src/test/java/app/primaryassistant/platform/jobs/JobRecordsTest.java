package app.primaryassistant.platform.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobRecordsTest {

    private static final Instant NIGHT = Instant.parse("2026-11-24T03:17:05Z");

    @TempDir
    Path storage;

    @Test
    void aJobThatHasNeverRunHasNoSuccess() {
        assertThat(records().of("backup")).isEqualTo(JobRecord.NEVER);
    }

    @Test
    void aSuccessOutlivesTheProcessAndAFailureAfterIt() {
        records().succeeded("backup", NIGHT, Duration.ofSeconds(7));
        records().failed("backup", Duration.ofMillis(300));
        records().failed("backup", Duration.ofMillis(400));

        JobRecord record = records().of("backup");
        assertThat(record.lastSuccess()).hasValue(NIGHT);
        assertThat(record.lastDuration()).isEqualTo(Duration.ofMillis(400));
        assertThat(record.failures()).isEqualTo(2);
        assertThat(records().of("purge")).isEqualTo(JobRecord.NEVER);
    }

    @Test
    void aSuccessForgetsNoFailure() {
        records().failed("backup", Duration.ofSeconds(1));
        records().succeeded("backup", NIGHT, Duration.ofSeconds(2));

        assertThat(records().of("backup").failures()).isEqualTo(1);
    }

    /** Each as a process of its own would have it. */
    private JobRecords records() {
        return new JobRecords(storage);
    }
}

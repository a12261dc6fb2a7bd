package app.primaryassistant.imports.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.primaryassistant.local.TestClock;
import app.primaryassistant.platform.problem.Problem;
import app.primaryassistant.platform.problem.ProblemType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UploadsTest {

    private static final UUID ID = UUID.fromString("018e9000-0000-7000-8000-000000000001");

    @TempDir
    private Path directory;

    @Test
    void aFileIsThereUntilItIsRemoved() {
        Uploads uploads = uploads(TestClock.CLOCK);
        uploads.store(ID, of(10));
        assertThat(uploads.existing(ID)).hasSize(10);

        uploads.remove(ID);
        uploads.remove(ID);

        assertThatThrownBy(() -> uploads.existing(ID))
                .isInstanceOfSatisfying(
                        Problem.class, gone -> assertThat(gone.type()).isEqualTo(ProblemType.CONFLICT));
    }

    @Test
    void oneThatIsTooLargeIsRefusedAndLeavesNothing() {
        Uploads uploads = uploads(TestClock.CLOCK);

        uploads.store(ID, of(1024 * 1024));
        assertThatThrownBy(() -> uploads.store(ID, of(1024 * 1024 + 1)))
                .isInstanceOfSatisfying(
                        Problem.class, large -> assertThat(large.type()).isEqualTo(ProblemType.TOO_LARGE));

        assertThatThrownBy(() -> uploads.existing(ID)).isInstanceOf(Problem.class);
    }

    @Test
    void oneThatBreaksOffLeavesNothing() {
        Uploads uploads = uploads(TestClock.CLOCK);
        var broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("gone");
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                return read();
            }
        };

        assertThatThrownBy(() -> uploads.store(ID, broken)).isInstanceOf(UncheckedIOException.class);

        assertThatThrownBy(() -> uploads.existing(ID)).isInstanceOf(Problem.class);
    }

    @Test
    void whatIsForgottenForAWeekIsRemoved() throws IOException {
        assertThat(uploads(TestClock.CLOCK).removeForgotten()).isZero();
        uploads(TestClock.CLOCK).store(ID, of(1));

        assertThat(uploads(Clock.offset(TestClock.CLOCK, Duration.ofDays(6))).removeForgotten())
                .isZero();
        assertThat(uploads(Clock.offset(TestClock.CLOCK, Duration.ofDays(8))).removeForgotten())
                .isEqualTo(1);
    }

    private Uploads uploads(Clock clock) {
        return new Uploads(directory.toString(), 1, clock);
    }

    private static InputStream of(int bytes) {
        return new ByteArrayInputStream(new byte[bytes]);
    }
}

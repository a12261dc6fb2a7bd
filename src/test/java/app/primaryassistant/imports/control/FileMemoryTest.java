package app.primaryassistant.imports.control;

import static org.assertj.core.api.Assertions.assertThat;

import app.primaryassistant.imports.entity.Conventions;
import app.primaryassistant.local.TestClock;
import app.primaryassistant.metrics.control.Measurable;
import app.primaryassistant.platform.problem.Problem;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Large files, read by a Java of its own that has less memory than the file and what is made of it would take. */
class FileMemoryTest {

    private static final String HEADER =
            "Date,Workout Name,Duration,Exercise Name,Set Order,Weight (kg),Reps,Distance,Seconds,Notes,Workout Notes,RPE\n";

    @TempDir
    private Path directory;

    @Test
    void fiftyThousandSetsNeedLittleMemory() throws IOException, InterruptedException {
        Path file = directory.resolve("history.csv");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(HEADER);
            for (int i = 0; i < 50_000; i++) {
                out.write("%s 07:30:00,Day %d,1h,Exercise %d,%d,%d.5,8,0,0,%s,,8\n"
                        .formatted(
                                LocalDate.of(2010, 1, 1).plusDays(i / 20),
                                i % 7,
                                i / 4 % 40,
                                i % 4 + 1,
                                40 + i % 100,
                                "n".repeat(200)));
            }
        }

        assertThat(readWith("-Xmx24m", file)).isEqualTo("50000 rows, 50000 outcomes");
    }

    @Test
    void tenMillionRowsAreRefusedInWords() throws IOException, InterruptedException {
        Path file = directory.resolve("endless.csv");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("date,steps\n");
            String rows = "2024-03-31,1\n".repeat(10_000);
            for (int i = 0; i < 1_000; i++) {
                out.write(rows);
            }
        }

        assertThat(readWith("-Xmx24m", file)).contains("more than 250,000 rows");
    }

    @Test
    void aFieldOfAGigabyteIsRefusedInWords() throws IOException, InterruptedException {
        Path file = directory.resolve("field.csv");
        byte[] letters = "x".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
        try (var out = Files.newOutputStream(file)) {
            out.write("date,weight,note\n2024-03-31,80 kg,\"".getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < 1024; i++) {
                out.write(letters);
            }
        }

        assertThat(readWith("-Xmx24m", file)).contains("more than 65,536 characters");
    }

    private static String readWith(String memory, Path file) throws IOException, InterruptedException {
        Process java = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        memory,
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        FileMemoryTest.class.getName(),
                        file.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertThat(java.waitFor()).as(output).isZero();
        return output;
    }

    /** What runs in the other Java: it reads the file twice, as an import does. */
    public static void main(String[] arguments) {
        try {
            var analysis =
                    FileAnalysis.of(Path.of(arguments[0]), ZoneOffset.UTC, TestClock.CLOCK, Measurable.builtIn());
            var survey = analysis.survey(Conventions.UNKNOWN, line -> {});
            var outcomes = new AtomicInteger();
            analysis.read(survey.conventions(), outcome -> outcomes.incrementAndGet(), line -> {});
            System.out.println(survey.rows() + " rows, " + outcomes + " outcomes");
        } catch (Problem refused) {
            System.out.println(refused.violations());
        }
    }
}

package app.primaryassistant.imports.control.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.primaryassistant.platform.problem.Problem;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EncodingTest {

    private static final String TEXT = "Übung,Größe\nKniebeuge,1\n";

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource({
        "UTF-8,        '',       UTF-8",
        "UTF-8,        '\uFEFF', UTF-8",
        "UTF-16LE,     '\uFEFF', UTF-16LE",
        "UTF-16BE,     '\uFEFF', UTF-16BE",
        "UTF-16LE,     '',       UTF-16LE",
        "UTF-16BE,     '',       UTF-16BE",
        "ISO-8859-1,   '',       windows-1252",
        "windows-1252, '',       windows-1252",
    })
    void whatAFileIsWrittenInIsSeen(String written, String mark, String seen) throws IOException {
        Path file = file((mark + TEXT).getBytes(Charset.forName(written)));

        Encoding encoding = Encoding.of(file);

        assertThat(encoding.charset()).isEqualTo(Charset.forName(seen));
        try (var csv = CsvFile.open(file, encoding)) {
            assertThat(csv.header()).containsExactly("Übung", "Größe");
        }
    }

    @Test
    void aLetterOutsideOfAsciiNearTheEndDecides() throws IOException {
        String text = "a,b\n" + "1,2\n".repeat(50_000) + "é,2\n";

        assertThat(Encoding.of(file(text.getBytes(StandardCharsets.ISO_8859_1)))
                        .charset()
                        .name())
                .isEqualTo("windows-1252");
        assertThat(Encoding.of(file(text.getBytes(StandardCharsets.UTF_8))).charset())
                .isEqualTo(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PK\u0003\u0004rest",
                "%PDF-1.7",
                "SQLite format 3\u0000",
                "a,b\n1,\u0000\n",
                "\u0000\u0001\u0002\u0003\u0000\u00ff"
            })
    void whatIsNoTextIsRefusedInWords(String bytes) throws IOException {
        Path file = file(bytes.getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> Encoding.of(file))
                .isInstanceOfSatisfying(
                        Problem.class,
                        refused -> assertThat(refused.violations().getFirst().message())
                                .matches("(is|has) .{10,}"));
    }

    @Test
    void anEmptyFileIsRefused() throws IOException {
        Path file = file(new byte[0]);

        assertThatThrownBy(() -> Encoding.of(file)).isInstanceOf(Problem.class);
    }

    @Test
    void aFileThatIsCutInTheMiddleOfACharacterIsRefused() throws IOException {
        byte[] marked = ("\uFEFF" + TEXT + "ü").getBytes(StandardCharsets.UTF_8);
        byte[] cut = java.util.Arrays.copyOf(marked, marked.length - 1);
        Path file = file(cut);

        assertThatThrownBy(() -> Encoding.of(file)).isInstanceOf(Problem.class);
    }

    private Path file(byte[] bytes) throws IOException {
        return Files.write(directory.resolve("file"), bytes);
    }
}

package app.primaryassistant.imports.control.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.primaryassistant.platform.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFileTest {

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Date,Weight",
                "Date;Weight",
                "Date\tWeight",
                "Date|Weight",
                "\"Date\";\"Weight\"",
                "sep=;\nDate;Weight"
            })
    void theSeparatorIsSeenInTheHeader(String header) throws IOException {
        assertThat(open(header + "\n").header()).containsExactly("Date", "Weight");
    }

    @Test
    void aSeparatorInsideOfQuotesCountsForNothing() throws IOException {
        assertThat(open("\"a,b,c,d\";e\n1;2\n").header()).containsExactly("a,b,c,d", "e");
    }

    @Test
    void aQuotedValueHoldsLineBreaksSeparatorsAndQuotes() throws IOException {
        List<CsvRow> rows = rows("a,b\n1,\"first\r\nsecond, \"\"third\"\"\"\n2,x\n");

        assertThat(rows)
                .containsExactly(
                        new CsvRow(2, List.of("1", "first\r\nsecond, \"third\"")), new CsvRow(4, List.of("2", "x")));
    }

    @Test
    void rowsMayBeShorterAndLongerThanTheHeader() throws IOException {
        List<CsvRow> rows = rows("a,b\n1\n1,2,3\n");

        assertThat(rows.getFirst().cell(1)).isEmpty();
        assertThat(rows.getFirst().cell(-1)).isEmpty();
        assertThat(rows.getLast().cell(2)).isEqualTo("3");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "a\\n1\\n                ~ only one column",
                "\\n\\n                  ~ empty",
                "a,b\\n1,\"open\\n2,3\\n ~ misplaced or unclosed quote",
                "a,b\\n1,\"x\"y\\n       ~ misplaced or unclosed quote",
                "sep=\"\\na,b\\n         ~ separator",
            })
    void whatIsNoTableIsRefusedInWords(String text, String words) {
        assertRefused(text.replace("\\n", "\n"), words);
    }

    @Test
    void aFieldWithoutEndIsRefused() {
        assertRefused("a,b\n1," + "x".repeat(1_000_000), "65,536 characters");
        assertRefused("a,b\n1,\"" + "x\n".repeat(1_000_000), "65,536 characters");
    }

    @Test
    void tooManyColumnsAreRefused() {
        assertRefused("a,b\n" + ",".repeat(300) + "x\n", "columns in line 2");
    }

    @Test
    void tooManyRowsAreRefused() {
        assertRefused("a,b\n" + "1,2\n".repeat(CsvFile.MOST_ROWS + 1), "250,000 rows");
    }

    private void assertRefused(String text, String words) {
        assertThatThrownBy(() -> rows(text))
                .isInstanceOfSatisfying(
                        Problem.class,
                        refused -> assertThat(refused.violations().getFirst().message())
                                .contains(words));
    }

    private CsvFile open(String text) throws IOException {
        Path file = Files.writeString(directory.resolve("file"), text);
        return CsvFile.open(file, Encoding.of(file));
    }

    private List<CsvRow> rows(String text) throws IOException {
        List<CsvRow> rows = new ArrayList<>();
        try (var csv = open(text)) {
            csv.forEachRemaining(rows::add);
        }
        return rows;
    }
}

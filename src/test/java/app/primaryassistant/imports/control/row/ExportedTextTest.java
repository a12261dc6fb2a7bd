package app.primaryassistant.imports.control.row;

import static org.assertj.core.api.Assertions.assertThat;

import app.primaryassistant.exports.entity.SpreadsheetText;
import app.primaryassistant.imports.control.text.CsvFile;
import app.primaryassistant.imports.control.text.Encoding;
import app.primaryassistant.imports.control.text.Notation;
import app.primaryassistant.imports.entity.Conventions;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Text that goes out as CSV is no formula to a spreadsheet, and comes back as it was. */
class ExportedTextTest {

    private static final String FORMULAS = "=+-@＝＋－＠";
    private static final Set<Character> SEPARATORS = Set.of(',', ';', '|', '\t', ':', '"', '\'', '`');

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1",
                "-1+2",
                "@SUM(A1)",
                " =1+1",
                "\t=1+1",
                "\r=1+1",
                "\n=1+1",
                "\r\n =1+1",
                ",=1+1",
                ";=1+1",
                "|=1+1",
                " ; =1+1",
                "\u00a0=1+1",
                "\u2003=1+1",
                "\ufeff=1+1",
                "\u200b=1+1",
                "\"=1+1",
                "；=1+1",
                "＝1+1",
                "\tplain",
                "'=1+1"
            })
    void whatASpreadsheetWouldCalculateBeginsWithAnApostrophe(String text) {
        String cell = SpreadsheetText.guarded(text);

        // The wide semicolon separates nothing anywhere, and text behind it is no formula.
        assertThat(cell).isEqualTo(text.startsWith("；") ? text : "'" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "felt good", "5 - 3", "a=b", " slept well", "müde", "ok, -5 °C outside"})
    void otherTextStandsAsItIs(String text) {
        assertThat(SpreadsheetText.guarded(text)).isEqualTo(text);
    }

    @Property
    void noTextIsAFormulaWhateverStandsBeforeIt(@ForAll("texts") String text) {
        String cell = SpreadsheetText.guarded(text);

        if (cell.charAt(0) != '\'') {
            int first = 0;
            while (first < cell.length() && isOverlooked(cell.charAt(first))) {
                first++;
            }
            assertThat(first == cell.length() || FORMULAS.indexOf(cell.charAt(first)) < 0)
                    .as(cell)
                    .isTrue();
        }
    }

    private static boolean isOverlooked(char c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.isISOControl(c)
                || SEPARATORS.contains(c);
    }

    @Property
    void anyTextComesBackToTheCharacter(@ForAll("texts") String text, @ForAll("texts") String other)
            throws IOException {
        Path file = Files.createTempFile("exported", ".csv");
        try {
            try (var out = CsvWriter.builder().build(file, StandardCharsets.UTF_8)) {
                out.writeRecord("id", "note", "title");
                out.writeRecord("1", SpreadsheetText.guarded(text), SpreadsheetText.guarded(other));
            }
            try (CsvFile csv = CsvFile.open(file, Encoding.of(file))) {
                var cells =
                        new Exact(new Cells(new Columns(csv.header()), csv.next(), new Notation(Conventions.UNKNOWN)));

                assertThat(cells.text("note")).isEqualTo(Optional.of(text));
                assertThat(cells.text("title")).isEqualTo(Optional.of(other));
            }
        } finally {
            Files.delete(file);
        }
    }

    /** What the API stores: up to 2,000 characters, also those that mean something to CSV and spreadsheets, and no others that control. */
    @Provide
    Arbitrary<String> texts() {
        Arbitrary<Character> telling = Arbitraries.chars().with("=+-@＝＋－＠'\",;|:\t\r\n \u00a0\u2003\ufeff\u200b");
        Arbitrary<Character> any = Arbitraries.chars()
                .all()
                .filter(c -> !Character.isSurrogate(c)
                        && !Character.isISOControl(c)
                        && Character.isDefined(c)
                        && c != '\uFFFD');
        return Arbitraries.oneOf(
                Arbitraries.strings().withChars("=+-@' ;\n\ta").ofMinLength(1).ofMaxLength(6),
                Arbitraries.frequencyOf(Tuple.of(2, telling), Tuple.of(1, any))
                        .list()
                        .ofMinSize(1)
                        .ofMaxSize(2000)
                        .map(characters -> {
                            var text = new StringBuilder();
                            characters.forEach(text::append);
                            return text.toString();
                        }));
    }
}

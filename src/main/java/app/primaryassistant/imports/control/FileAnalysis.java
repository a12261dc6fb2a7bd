package app.primaryassistant.imports.control;

import app.primaryassistant.imports.control.format.Format;
import app.primaryassistant.imports.control.format.Formats;
import app.primaryassistant.imports.control.row.ImportContext;
import app.primaryassistant.imports.control.row.ParsedRow;
import app.primaryassistant.imports.control.text.CsvFile;
import app.primaryassistant.imports.control.text.CsvRow;
import app.primaryassistant.imports.control.text.Encoding;
import app.primaryassistant.imports.control.text.Notation;
import app.primaryassistant.imports.control.text.Refusal;
import app.primaryassistant.imports.entity.ContentKey;
import app.primaryassistant.imports.entity.Conventions;
import app.primaryassistant.imports.entity.Question;
import app.primaryassistant.metrics.control.Measurable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/**
 * Reads one file: first to see how it is written, then for what it says. It holds one row at a time, whatever the file's size.
 *
 * @param zone where the person is
 */
public record FileAnalysis(Path file, Encoding encoding, ZoneId zone, Clock clock, List<Measurable> metrics) {

    private static final int BUFFER = 16_384;

    /**
     * Which program wrote it, and for tables of no program which columns it has: files from one source are written alike.
     *
     * @param format the key of a {@link Format}
     */
    public record Source(String format, String key) {

        private static Source of(Format format, List<String> header) {
            String columns = String.join("\n", header).toLowerCase(Locale.ROOT);
            return new Source(
                    format.key(), format.isOfAProgram() ? format.key() : format.key() + " " + ContentKey.of(columns));
        }
    }

    /**
     * What kind of file it is, how many rows it has, and what it leaves open.
     *
     * @param conventions how it is written, as far as that is known now
     */
    public record Survey(String format, int rows, List<Question> questions, Conventions conventions) {}

    /**
     * Looks at the characters of a file.
     *
     * @throws app.primaryassistant.platform.problem.Problem if it is no text
     */
    public static FileAnalysis of(Path file, ZoneId zone, Clock clock, List<Measurable> metrics) {
        try {
            return new FileAnalysis(file, Encoding.of(file), zone, clock, metrics);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /**
     * Reads the first line.
     *
     * @throws app.primaryassistant.platform.problem.Problem if its columns are those of nothing that is known
     */
    public Source source() {
        try (CsvFile csv = CsvFile.open(file, encoding)) {
            var context = new ImportContext(new Notation(Conventions.UNKNOWN), zone, clock, metrics);
            return Source.of(Formats.of(csv.header(), context), csv.header());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /**
     * Reads the file to see how it is written.
     *
     * @param line is told each line that a row begins on
     * @throws app.primaryassistant.platform.problem.Problem if it cannot be read, or is of no kind that is known
     */
    public Survey survey(Conventions known, LongConsumer line) {
        return read(known, outcome -> {}, line);
    }

    /** Reads the rows by what is known of their notation, and gives away what each has come to. */
    public Survey read(Conventions known, Consumer<ParsedRow> outcomes, LongConsumer line) {
        var notation = new Notation(known);
        int rows = 0;
        try (CsvFile csv = CsvFile.open(file, encoding)) {
            Format format = Formats.of(csv.header(), new ImportContext(notation, zone, clock, metrics));
            while (csv.hasNext()) {
                CsvRow row = csv.next();
                read(format, row, outcomes);
                line.accept(row.line());
                rows++;
            }
            return new Survey(format.key(), rows, notation.questions(), notation.learnt());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** How many lines it has, but for a last one without its end. */
    long lines() {
        try (InputStream in = Files.newInputStream(file)) {
            long lines = 0;
            byte[] bytes = new byte[BUFFER];
            for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
                for (int i = 0; i < read; i++) {
                    lines += bytes[i] == '\n' ? 1 : 0;
                }
            }
            return lines;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void read(Format format, CsvRow row, Consumer<ParsedRow> outcomes) {
        try {
            format.read(row, outcomes);
        } catch (Refusal refused) {
            outcomes.accept(new ParsedRow.RefusedRow(row.line(), refused.words()));
        }
    }
}

package app.primaryassistant.transfer.control;

import app.primaryassistant.metrics.control.Measurable;
import app.primaryassistant.transfer.control.format.Format;
import app.primaryassistant.transfer.control.format.Formats;
import app.primaryassistant.transfer.control.outcome.Frame;
import app.primaryassistant.transfer.control.outcome.Outcome;
import app.primaryassistant.transfer.control.text.Conventions;
import app.primaryassistant.transfer.control.text.CsvFile;
import app.primaryassistant.transfer.control.text.Encoding;
import app.primaryassistant.transfer.control.text.Notation;
import app.primaryassistant.transfer.control.text.Question;
import app.primaryassistant.transfer.control.text.Refusal;
import app.primaryassistant.transfer.control.text.Row;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;

/**
 * Reads one file: first to see how it is written, then for what it says. It holds one row at a time, whatever the file's size.
 *
 * @param zone where the person is
 */
public record FileAnalysis(Path file, Encoding encoding, ZoneId zone, Clock clock, List<Measurable> metrics) {

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
     * Reads the file to see how it is written.
     *
     * @throws app.primaryassistant.platform.problem.Problem if it cannot be read, or is of no kind that is known
     */
    public Survey survey(Conventions known) {
        return read(known, outcome -> {});
    }

    /** Reads the rows by what is known of their notation, and gives away what each has come to. */
    public Survey read(Conventions known, Consumer<Outcome> outcomes) {
        var notation = new Notation(known);
        int rows = 0;
        try (CsvFile csv = CsvFile.open(file, encoding)) {
            Format format = Formats.of(csv.header(), new Frame(notation, zone, clock, metrics));
            while (csv.hasNext()) {
                read(format, csv.next(), outcomes);
                rows++;
            }
            return new Survey(format.key(), rows, notation.questions(), notation.learnt());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void read(Format format, Row row, Consumer<Outcome> outcomes) {
        try {
            format.read(row, outcomes);
        } catch (Refusal refused) {
            outcomes.accept(new Outcome.Refused(row.line(), refused.words()));
        }
    }
}

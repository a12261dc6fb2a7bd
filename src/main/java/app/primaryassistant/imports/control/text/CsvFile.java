package app.primaryassistant.imports.control.text;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a file whose values are separated by a character, one after the other. It holds one row in memory.
 *
 * <p>By RFC 4180, and with what spreadsheets make of it: semicolons or tabs for commas, and a first line {@code sep=;}.
 */
public final class CsvFile implements Iterator<CsvRow>, AutoCloseable {

    /** More than any file has that people keep, and little enough for one answer to a request. */
    public static final int MOST_ROWS = 250_000;

    /** In characters. A quote that is never closed would make the rest of the file one field. */
    private static final int LONGEST_FIELD = 65_536;

    private static final int MOST_COLUMNS = 200;
    private static final List<Character> SEPARATORS = List.of(',', ';', '\t', '|');
    private static final Pattern STATED = Pattern.compile("(?i)sep=(.)\\r?\\n");

    private final CsvReader<CsvRecord> reader;
    private final Iterator<CsvRecord> records;
    private final long linesBefore;
    private final List<String> header;
    private @Nullable CsvRow next;
    private int rows;
    private long line = 1;

    private CsvFile(CsvReader<CsvRecord> reader, long linesBefore) {
        this.reader = reader;
        this.records = reader.iterator();
        this.linesBefore = linesBefore;
        this.header = fetch().map(CsvRow::cells).orElseThrow(() -> Encoding.unreadable("is empty"));
        if (header.size() < 2) {
            throw Encoding.unreadable(
                    "has only one column, or its columns are not separated by commas, semicolons or tabs");
        }
    }

    /**
     * Opens a file and reads its header.
     *
     * @throws app.primaryassistant.platform.problem.Problem if it has no header of two or more columns
     */
    public static CsvFile open(Path file, Encoding encoding) throws IOException {
        var text = new BufferedReader(encoding.open(file), LONGEST_FIELD);
        try {
            text.mark(LONGEST_FIELD);
            char[] beginning = new char[LONGEST_FIELD / 2];
            int length = fill(text, beginning);
            text.reset();
            String start = new String(beginning, 0, length);
            Matcher stated = STATED.matcher(start);
            boolean isStated = stated.lookingAt();
            if (isStated) {
                text.skip(stated.end());
            }
            char separator = isStated ? stated.group(1).charAt(0) : separator(start);
            CsvReader<CsvRecord> reader = CsvReader.builder()
                    .fieldSeparator(separator)
                    .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .allowUnclosedQuote(false)
                    .maxBufferSize(LONGEST_FIELD)
                    .ofCsvRecord(text);
            return new CsvFile(reader, isStated ? 1 : 0);
        } catch (IllegalArgumentException noSeparator) {
            text.close();
            throw Encoding.unreadable("declares a separator that is not valid");
        } catch (IOException | RuntimeException failed) {
            text.close();
            throw failed;
        }
    }

    private static int fill(Reader text, char[] buffer) throws IOException {
        int length = 0;
        for (int read = 0; read >= 0 && length < buffer.length; length += Math.max(read, 0)) {
            read = text.read(buffer, length, buffer.length - length);
        }
        return length;
    }

    /** The one that stands most often in the first line, outside of quotes. */
    private static char separator(String start) {
        int[] counts = new int[SEPARATORS.size()];
        boolean quoted = false;
        for (int i = 0; i < start.length(); i++) {
            char c = start.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == '\n' || c == '\r')) {
                break;
            } else if (!quoted && SEPARATORS.contains(c)) {
                counts[SEPARATORS.indexOf(c)]++;
            }
        }
        int most = 0;
        for (int i = 1; i < counts.length; i++) {
            if (counts[i] > counts[most]) {
                most = i;
            }
        }
        return SEPARATORS.get(most);
    }

    /** The names of the columns, as they are written. */
    public List<String> header() {
        return header;
    }

    @Override
    public boolean hasNext() {
        if (next == null) {
            next = fetch().orElse(null);
        }
        return next != null;
    }

    @Override
    public CsvRow next() {
        if (!hasNext() || next == null) {
            throw new NoSuchElementException();
        }
        CsvRow row = next;
        next = null;
        if (++rows > MOST_ROWS) {
            throw Encoding.unreadable(String.format(
                    Locale.ROOT, "has more than %,d rows; split it and import the parts one by one", MOST_ROWS));
        }
        return row;
    }

    private Optional<CsvRow> fetch() {
        try {
            while (records.hasNext()) {
                CsvRecord fields = records.next();
                line = fields.getStartingLineNumber() + linesBefore;
                var row = new CsvRow(line, fields.getFields());
                if (fields.getFieldCount() > MOST_COLUMNS) {
                    throw Encoding.unreadable("has more than %d columns in line %d".formatted(MOST_COLUMNS, line));
                }
                if (!row.isEmpty()) {
                    return Optional.of(row);
                }
            }
            return Optional.empty();
        } catch (CsvParseException misquoted) {
            throw Encoding.unreadable(String.format(
                    Locale.ROOT,
                    "has, after line %d, a misplaced or unclosed quote or a field of more than %,d characters",
                    line,
                    LONGEST_FIELD));
        } catch (UncheckedIOException failed) {
            throw Encoding.unreadable("could not be read to the end");
        }
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}

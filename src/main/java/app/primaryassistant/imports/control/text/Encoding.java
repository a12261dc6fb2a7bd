package app.primaryassistant.imports.control.text;

import app.primaryassistant.platform.problem.Problem;
import app.primaryassistant.platform.problem.Violation;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * How the bytes of a file stand for characters.
 *
 * @param mark the length of the byte order mark at its beginning, in bytes
 */
public record Encoding(Charset charset, int mark) {

    /** What Windows and old programs write where Latin letters do; it has every printable character of Latin-1. */
    private static final Charset WESTERN = Charset.forName("windows-1252");

    private static final int SAMPLE = 4096;

    /** How files begin that are no text, and what to do with them. */
    private static final Map<String, String> KNOWN = Map.of(
            "PK\u0003\u0004", "is an archive or a workbook; unpack it, or save the sheet as CSV",
            "\u001f\u008b", "is compressed; unpack it first",
            "%PDF", "is a PDF document; upload a CSV file instead",
            "SQLite format 3", "is an app's database; export the data as CSV from the app",
            "\u00d0\u00cf\u0011\u00e0", "is an old Excel workbook; save the sheet as CSV");

    /**
     * Looks at the whole file.
     *
     * @throws Problem if it is empty or no text
     */
    public static Encoding of(Path file) throws IOException {
        byte[] sample = sample(file);
        if (sample.length == 0) {
            throw unreadable("is empty");
        }
        String beginning = new String(sample, StandardCharsets.ISO_8859_1);
        KNOWN.forEach((magic, words) -> {
            if (beginning.startsWith(magic)) {
                throw unreadable(words);
            }
        });
        Encoding encoding = guess(file, beginning);
        if (!encoding.decodes(file)) {
            throw unreadable("is not valid " + encoding.charset().name() + ", although it begins like it");
        }
        return encoding;
    }

    private static Encoding guess(Path file, String beginning) throws IOException {
        if (beginning.startsWith("\u00ef\u00bb\u00bf")) {
            return new Encoding(StandardCharsets.UTF_8, 3);
        }
        if (beginning.startsWith("\u00ff\u00fe")) {
            return new Encoding(StandardCharsets.UTF_16LE, 2);
        }
        if (beginning.startsWith("\u00fe\u00ff")) {
            return new Encoding(StandardCharsets.UTF_16BE, 2);
        }
        // Latin text in UTF-16 has a NUL in every second place; no other text has any.
        if (share(beginning, 1) > 0.7 && share(beginning, 0) < 0.1) {
            return new Encoding(StandardCharsets.UTF_16LE, 0);
        }
        if (share(beginning, 0) > 0.7 && share(beginning, 1) < 0.1) {
            return new Encoding(StandardCharsets.UTF_16BE, 0);
        }
        var utf8 = new Encoding(StandardCharsets.UTF_8, 0);
        return utf8.decodes(file) ? utf8 : new Encoding(WESTERN, 0);
    }

    /** The share of NULs among the even or the odd places. */
    private static double share(String bytes, int from) {
        int places = 0;
        int nuls = 0;
        for (int i = from; i < bytes.length(); i += 2) {
            places++;
            if (bytes.charAt(i) == 0) {
                nuls++;
            }
        }
        return places == 0 ? 0 : (double) nuls / places;
    }

    private static byte[] sample(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(SAMPLE);
        }
    }

    /** The characters of a file, without the byte order mark. */
    Reader open(Path file) throws IOException {
        InputStream in = Files.newInputStream(file);
        in.skipNBytes(mark);
        return new InputStreamReader(in, charset);
    }

    /** Whether every byte of the file belongs to a character. */
    private boolean decodes(Path file) throws IOException {
        var decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(charset.equals(WESTERN) ? CodingErrorAction.REPLACE : CodingErrorAction.REPORT);
        try (InputStream in = Files.newInputStream(file)) {
            in.skipNBytes(mark);
            var reader = new InputStreamReader(in, decoder);
            char[] buffer = new char[SAMPLE];
            for (int read = reader.read(buffer); read >= 0; read = reader.read(buffer)) {
                for (int i = 0; i < read; i++) {
                    if (buffer[i] == 0) {
                        throw unreadable("is not a text file");
                    }
                }
            }
            return true;
        } catch (CharacterCodingException malformed) {
            return false;
        }
    }

    static Problem unreadable(String words) {
        return Problem.invalid(Violation.body("file", words));
    }
}

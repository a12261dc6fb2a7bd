package app.primaryassistant.exports.entity;

import java.util.regex.Pattern;

/**
 * Text in the exported files, which people open in spreadsheets: what would be taken for a formula begins with an apostrophe,
 * as does text that begins with one itself, so that taking one away gives the text back. Numbers are no text and stay as they are.
 */
public final class SpreadsheetText {

    private static final char GUARD = '\'';

    /**
     * White space, line breaks, invisible characters, quotes and separators do not keep a spreadsheet from seeing a formula behind
     * them; some trim the cell, others split it there. The wide forms are those of East Asian keyboards (OWASP, "CSV Injection").
     */
    private static final Pattern GUARDED =
            Pattern.compile("['\\t\\r\\n]|[\\s\\p{Z}\\p{C},;|:\"'`]*+[=+\\-@\uFF1D\uFF0B\uFF0D\uFF20]");

    private SpreadsheetText() {}

    /** The text as it is written. */
    public static String guarded(String text) {
        return GUARDED.matcher(text).lookingAt() ? GUARD + text : text;
    }

    /** The text as it was before it was written. */
    public static String unguarded(String written) {
        return !written.isEmpty() && written.charAt(0) == GUARD ? written.substring(1) : written;
    }
}

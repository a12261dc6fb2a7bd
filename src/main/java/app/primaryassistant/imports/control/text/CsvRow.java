package app.primaryassistant.imports.control.text;

import java.util.List;

/**
 * One row of a file.
 *
 * @param line the line of the file it begins on, from 1
 */
public record CsvRow(long line, List<String> cells) {

    /** What stands in a column, without white space at its ends; empty where the row ends before it, or the column is none. */
    public String cell(int column) {
        return verbatim(column).strip();
    }

    /** The same with the white space. */
    public String verbatim(int column) {
        return column >= 0 && column < cells.size() ? cells.get(column) : "";
    }

    boolean isEmpty() {
        return cells.stream().allMatch(String::isBlank);
    }
}

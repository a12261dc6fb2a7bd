package app.primaryassistant.platform.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The rows of a long answer as texts, read one after another: see {@link Statements#read}. */
public final class TextRows {

    private final ResultSet rows;
    private final List<Column> columns = new ArrayList<>();

    /**
     * A column of the answer.
     *
     * @param isText whether it holds text, rather than numbers, dates and the like
     */
    public record Column(String name, boolean isText) {}

    TextRows(ResultSet rows) throws SQLException {
        this.rows = rows;
        var described = rows.getMetaData();
        for (int i = 1; i <= described.getColumnCount(); i++) {
            columns.add(new Column(described.getColumnLabel(i), described.getColumnType(i) == Types.VARCHAR));
        }
    }

    public List<Column> columns() {
        return List.copyOf(columns);
    }

    /**
     * Reads each row.
     *
     * @param row is given the values in the order of the columns, null where there is none
     */
    public void forEach(Consumer<@Nullable String[]> row) {
        try {
            while (rows.next()) {
                var values = new @Nullable String[columns.size()];
                for (int i = 0; i < values.length; i++) {
                    values[i] = rows.getString(i + 1);
                }
                row.accept(values);
            }
        } catch (SQLException failed) {
            throw new DatabaseUnavailable(failed);
        }
    }
}

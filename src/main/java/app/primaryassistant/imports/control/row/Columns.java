package app.primaryassistant.imports.control.row;

import app.primaryassistant.imports.control.text.UnitNames;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The columns of a file by their names, in whatever case they are written. */
public final class Columns {

    private static final Pattern WITH_UNIT = Pattern.compile("(.+?)\\s*[(\\[]([^)\\]]{1,20})[)\\]]");

    /**
     * A column.
     *
     * @param written its name as it stands in the file
     * @param name its name in small letters, without its unit
     * @param unit the symbol of the unit that stands in brackets behind its name
     */
    public record Column(int index, String written, String name, Optional<String> unit) {}

    private final List<Column> columns = new ArrayList<>();

    public Columns(List<String> header) {
        for (int i = 0; i < header.size(); i++) {
            String written = header.get(i).strip();
            Matcher matcher = WITH_UNIT.matcher(written);
            boolean hasUnit = written.length() <= 100 && matcher.matches();
            columns.add(new Column(
                    i,
                    written,
                    (hasUnit ? matcher.group(1) : written)
                            .toLowerCase(Locale.ROOT)
                            .replace('_', ' ')
                            .strip(),
                    hasUnit ? Optional.of(UnitNames.symbol(matcher.group(2))) : Optional.empty()));
        }
    }

    public boolean has(String... names) {
        return Arrays.stream(names).allMatch(name -> find(name).isPresent());
    }

    /** The first column that has one of the names. */
    public Optional<Column> find(String... names) {
        return Arrays.stream(names)
                .flatMap(name -> columns.stream().filter(column -> column.name().equals(name)))
                .findFirst();
    }

    public List<Column> all() {
        return columns;
    }
}

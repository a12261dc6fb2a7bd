package app.primaryassistant.imports.entity;

import app.primaryassistant.platform.vocabulary.Keyed;
import java.util.Arrays;
import java.util.List;

/** What stands between the whole part of a number and its decimals. The other one of the two groups thousands. */
public enum DecimalMark implements Keyed {
    POINT("point", '.', ','),
    COMMA("comma", ',', '.');

    private final String key;
    private final char mark;
    private final char grouping;

    DecimalMark(String key, char mark, char grouping) {
        this.key = key;
        this.mark = mark;
        this.grouping = grouping;
    }

    @Override
    public String key() {
        return key;
    }

    public char mark() {
        return mark;
    }

    public char grouping() {
        return grouping;
    }

    public static DecimalMark of(char mark) {
        return mark == ',' ? COMMA : POINT;
    }

    public static List<String> keys() {
        return Arrays.stream(values()).map(DecimalMark::key).toList();
    }
}

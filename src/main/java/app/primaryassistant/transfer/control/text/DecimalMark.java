package app.primaryassistant.transfer.control.text;

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

    char mark() {
        return mark;
    }

    char grouping() {
        return grouping;
    }

    static DecimalMark of(char mark) {
        return mark == ',' ? COMMA : POINT;
    }

    static List<String> keys() {
        return Arrays.stream(values()).map(DecimalMark::key).toList();
    }
}

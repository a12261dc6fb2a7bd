package app.primaryassistant.imports.entity;

import app.primaryassistant.platform.vocabulary.Keyed;
import java.util.Arrays;
import java.util.List;

/** What comes first in a date such as 03/04/2024. */
public enum DateOrder implements Keyed {
    DAY_FIRST("day-first"),
    MONTH_FIRST("month-first");

    private final String key;

    DateOrder(String key) {
        this.key = key;
    }

    @Override
    public String key() {
        return key;
    }

    public static List<String> keys() {
        return Arrays.stream(values()).map(DateOrder::key).toList();
    }
}

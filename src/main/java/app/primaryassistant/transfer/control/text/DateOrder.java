package app.primaryassistant.transfer.control.text;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What comes first in a date such as 03/04/2024. */
public enum DateOrder {
    DAY_FIRST("day-first"),
    MONTH_FIRST("month-first");

    private final String key;

    DateOrder(String key) {
        this.key = key;
    }

    /** The name in the API. */
    public String key() {
        return key;
    }

    static List<String> keys() {
        return Arrays.stream(values()).map(DateOrder::key).toList();
    }

    public static Optional<DateOrder> ofKey(String key) {
        return Arrays.stream(values()).filter(order -> order.key.equals(key)).findFirst();
    }
}

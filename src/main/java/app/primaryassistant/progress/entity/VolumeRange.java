package app.primaryassistant.progress.entity;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;

/**
 * How much a number of hard sets a week is, by what is known of muscle growth.
 *
 * <p>The first three are the groups that Schoenfeld, Ogborn and Krieger (2017) compared: by trend muscles grew more from
 * group to group. That more than 20 sets bring more is not established; few studies went there.
 */
public enum VolumeRange {
    UNDER_FIVE(0, "Below what studies call low. It may keep what is there; growth is likely to be slow."),
    FIVE_TO_NINE(5, "Muscles grew on this much, as a trend by less than on ten sets and more."),
    TEN_TO_TWENTY(10, "The most growth was seen here. Within the range, each further set brings less than the one before."),
    OVER_TWENTY(20, "Little is known here: whether it brings more is not established, and it costs more recovery.");

    private final BigDecimal from;
    private final String meaning;

    VolumeRange(int from, String meaning) {
        this.from = BigDecimal.valueOf(from);
        this.meaning = meaning;
    }

    /** The range of a number of sets a week; twenty are not yet over twenty. */
    public static VolumeRange of(BigDecimal sets) {
        return Arrays.stream(values())
                .filter(range -> range.begins(sets))
                .reduce(UNDER_FIVE, (lower, higher) -> higher);
    }

    private boolean begins(BigDecimal sets) {
        return this == OVER_TWENTY ? sets.compareTo(from) > 0 : sets.compareTo(from) >= 0;
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The least number of sets in it, or in the last range the number to be exceeded. */
    public BigDecimal from() {
        return from;
    }

    public String meaning() {
        return meaning;
    }
}

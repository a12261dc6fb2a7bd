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
    UNDER_FIVE(0, "Below what studies call low volume. It may maintain muscle; growth is likely to be slow."),
    FIVE_TO_NINE(5, "Muscles grew with this volume, but tended to grow less than with ten or more sets."),
    TEN_TO_TWENTY(
            10, "The most growth was seen here. Within the range, each additional set adds less than the one before."),
    OVER_TWENTY(
            20, "Little is known here: it is not established that it adds more growth, and it needs more recovery.");

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

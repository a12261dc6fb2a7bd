package app.primaryassistant.progress.entity;

import app.primaryassistant.platform.vocabulary.Keyed;
import java.util.Locale;

/** What somebody can be better at than ever before, in one exercise. */
public enum RecordKind implements Keyed {
    WEIGHT("Heaviest set", "kg"),
    /** Where the body is lifted: to have become heavier oneself is no record. */
    ADDED_WEIGHT("Most added weight", "kg"),
    /** Of sets without weight: a light set of many repetitions is no feat where a heavier one would have been one. */
    REPETITIONS("Most repetitions without weight", "repetitions"),
    SET_VOLUME("Most volume in a set", "kg"),
    SESSION_VOLUME("Most volume in a session", "kg"),
    ESTIMATE("Highest estimated one-repetition maximum", "kg");

    private final String label;
    private final String unit;

    RecordKind(String label, String unit) {
        this.label = label;
        this.unit = unit;
    }

    /** Such as {@code set-volume}. */
    @Override
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String label() {
        return label;
    }

    public String unit() {
        return unit;
    }
}

package app.primaryassistant.workouts.entity;

import app.primaryassistant.platform.vocabulary.Keyed;

/** What a set is for. A warm-up counts for no volume and no record. */
public enum SetKind implements Keyed {
    WARM_UP("warm-up", "Warm-up"),
    WORKING("working", "Working"),
    /** Follows a set at once, with less weight. */
    DROP("drop", "Drop set"),
    /** Ended because another repetition was not possible. */
    FAILURE("failure", "To failure"),
    /** As many repetitions as possible. */
    AMRAP("amrap", "AMRAP");

    private final String key;
    private final String label;

    SetKind(String key, String label) {
        this.key = key;
        this.label = label;
    }

    @Override
    public String key() {
        return key;
    }

    /** Its name for people. */
    public String label() {
        return label;
    }
}

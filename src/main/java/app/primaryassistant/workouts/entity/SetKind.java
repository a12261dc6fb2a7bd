package app.primaryassistant.workouts.entity;

import java.util.Arrays;

/** What a set is for. A warm-up counts for no volume and no record. */
public enum SetKind {
    WARM_UP("warm-up", "Warm-up"),
    WORKING("working", "Working set"),
    /** Follows a set at once, with less weight. */
    DROP("drop", "Drop set"),
    /** Ended because another repetition was not possible. */
    FAILURE("failure", "To failure"),
    AMRAP("amrap", "As many as possible");

    private final String key;
    private final String label;

    SetKind(String key, String label) {
        this.key = key;
        this.label = label;
    }

    /**
     * The kind of that key.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static SetKind ofKey(String key) {
        return Arrays.stream(values())
                .filter(kind -> kind.key.equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(key));
    }

    /** Its name in the database and in the API. */
    public String key() {
        return key;
    }

    /** Its name for people. */
    public String label() {
        return label;
    }
}

package app.primaryassistant.workouts.entity;

import java.util.Arrays;

/** What kind of training a workout is. */
public enum WorkoutType {
    STRENGTH("strength", "Strength"),
    CARDIO("cardio", "Cardio"),
    FLEXIBILITY("flexibility", "Flexibility"),
    MARTIAL_ARTS("martial-arts", "Martial arts"),
    SPORTS("sports", "Sports"),
    RECOVERY("recovery", "Recovery"),
    MIXED("mixed", "Mixed");

    private final String key;
    private final String label;

    WorkoutType(String key, String label) {
        this.key = key;
        this.label = label;
    }

    /**
     * The type of that key.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static WorkoutType ofKey(String key) {
        return Arrays.stream(values())
                .filter(type -> type.key.equals(key))
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

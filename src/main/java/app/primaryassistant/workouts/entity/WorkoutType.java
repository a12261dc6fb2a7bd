package app.primaryassistant.workouts.entity;

import app.primaryassistant.platform.vocabulary.Keyed;

/** What kind of training a workout is. */
public enum WorkoutType implements Keyed {
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

    @Override
    public String key() {
        return key;
    }

    /** Its name for people. */
    public String label() {
        return label;
    }
}

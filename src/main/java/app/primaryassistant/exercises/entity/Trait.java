package app.primaryassistant.exercises.entity;

import java.util.List;

/** What an exercise is described by, each with the terms there are for it. */
public enum Trait {
    CATEGORY("strength", "stretching", "plyometrics", "powerlifting", "olympic weightlifting", "strongman", "cardio"),
    EQUIPMENT(
            "barbell",
            "dumbbell",
            "kettlebells",
            "cable",
            "machine",
            "body only",
            "bands",
            "e-z curl bar",
            "medicine ball",
            "exercise ball",
            "foam roll",
            "other"),
    LEVEL("beginner", "intermediate", "expert"),
    MECHANIC("compound", "isolation"),
    FORCE("push", "pull", "static"),
    MUSCLE(
            "neck",
            "traps",
            "shoulders",
            "chest",
            "biceps",
            "triceps",
            "forearms",
            "lats",
            "middle back",
            "lower back",
            "abdominals",
            "glutes",
            "abductors",
            "adductors",
            "quadriceps",
            "hamstrings",
            "calves"),
    /** What a set of it is written down as; a weight beside the body's is what is added to it, below zero what helps it. */
    TRACKING("weight-reps", "bodyweight-reps", "reps", "duration", "distance-duration");

    @SuppressWarnings("ImmutableEnumChecker") // The list is.
    private final List<String> terms;

    Trait(String... terms) {
        this.terms = List.of(terms);
    }

    /** In the order they are offered in; muscles from head to foot. */
    public List<String> terms() {
        return terms;
    }
}

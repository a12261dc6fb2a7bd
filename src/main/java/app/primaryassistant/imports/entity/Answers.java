package app.primaryassistant.imports.entity;

import app.primaryassistant.platform.vocabulary.Keyed;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody said about their file.
 *
 * @param dates the key of a {@link DateOrder}
 * @param decimals the key of a {@link DecimalMark}
 * @param units the symbol of the unit for each dimension that was asked for, such as {@code mass}
 * @param changed whether workouts that an earlier file told otherwise are to {@code keep} or {@code replace}; unless said, they stay
 */
public record Answers(
        @Nullable String dates,
        @Nullable String decimals,
        Map<String, String> units,
        List<NamedExercise> names,
        @Nullable String changed) {

    private static final String REPLACE = "replace";

    /** What a {@link Question} may be about, beside the dimensions of units. */
    private static final String DATES = "dates";

    private static final String DECIMALS = "decimals";

    public static final Answers NONE = new Answers(null, null, Map.of(), List.of(), null);

    /**
     * What an exercise's name in the file stands for.
     *
     * @param exercise of the library or an own one; absent where an own exercise is to be made of it
     */
    public record NamedExercise(String name, @Nullable UUID exercise) {}

    /**
     * With what earlier answers say to questions, as long as that is among what can be answered.
     *
     * @param earlier the last first
     */
    public Answers withRemembered(List<Question> questions, List<Answers> earlier) {
        Map<String, String> remembered = new HashMap<>();
        for (Question question : questions) {
            earlier.stream()
                    .flatMap(answers -> answers.to(question.about()).stream())
                    .filter(question.options()::contains)
                    .findFirst()
                    .ifPresent(answer -> remembered.put(question.about(), answer));
        }
        Map<String, String> ofUnits = new HashMap<>(units);
        remembered.forEach((about, answer) -> {
            if (!about.equals(DATES) && !about.equals(DECIMALS)) {
                ofUnits.put(about, answer);
            }
        });
        return new Answers(
                Optional.ofNullable(dates).orElse(remembered.get(DATES)),
                Optional.ofNullable(decimals).orElse(remembered.get(DECIMALS)),
                Map.copyOf(ofUnits),
                names,
                changed);
    }

    /** Whether they answer a question. */
    public boolean answers(String about) {
        return to(about).isPresent();
    }

    private Optional<String> to(String about) {
        return Optional.ofNullable(
                switch (about) {
                    case DATES -> dates;
                    case DECIMALS -> decimals;
                    default -> units.get(about);
                });
    }

    public boolean replacesChanged() {
        return REPLACE.equals(changed);
    }

    public Conventions conventions() {
        return new Conventions(
                Optional.ofNullable(dates).flatMap(key -> Keyed.find(DateOrder.class, key)),
                Optional.ofNullable(decimals).flatMap(key -> Keyed.find(DecimalMark.class, key)),
                units);
    }
}

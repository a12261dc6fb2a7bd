package app.primaryassistant.imports.boundary;

import app.primaryassistant.imports.entity.Answers;
import app.primaryassistant.imports.entity.DateOrder;
import app.primaryassistant.imports.entity.DecimalMark;
import app.primaryassistant.platform.json.PlainText;
import app.primaryassistant.platform.problem.Problem;
import app.primaryassistant.platform.problem.Violation;
import app.primaryassistant.platform.vocabulary.KeyOf;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** All that is answered so far; what is left out is not answered. */
public record NewAnswers(
        @Nullable @KeyOf(DateOrder.class) String dates,
        @Nullable @KeyOf(DecimalMark.class) String decimals,
        @Nullable @Size(max = 10) Map<String, @NotNull @PlainText(max = 20) String> units,
        @Nullable @Size(max = 1000) List<@NotNull @Valid NameAnswer> exercises,

        @Nullable @Pattern(regexp = "keep|replace", message = "must be keep or replace")
        String changed) {

    /** What an exercise's name in the file is: one that is known, or, if {@code own} is true, a new one of the account's own. */
    public record NameAnswer(
            @NotNull @PlainText(min = 1, max = 100) String name,
            @Nullable UUID exercise,
            @Nullable Boolean own) {}

    Answers answers() {
        List<NameAnswer> named = Optional.ofNullable(exercises).orElse(List.of());
        return new Answers(
                dates,
                decimals,
                Optional.ofNullable(units).orElse(Map.of()),
                IntStream.range(0, named.size())
                        .mapToObj(i -> answer(named.get(i), i))
                        .toList(),
                changed);
    }

    private static Answers.NamedExercise answer(NameAnswer name, int index) {
        boolean isOwn = Boolean.TRUE.equals(name.own());
        if (isOwn == (name.exercise() != null)) {
            throw Problem.invalid(Violation.body(
                    "exercises[" + index + "].exercise", "must be an exercise's id, unless “own” is true"));
        }
        return new Answers.NamedExercise(name.name(), name.exercise());
    }
}

package app.primaryassistant.workouts.boundary;

import app.primaryassistant.platform.json.PlainText;
import app.primaryassistant.platform.problem.Problem;
import app.primaryassistant.platform.problem.Violation;
import app.primaryassistant.workouts.entity.Measure;
import app.primaryassistant.workouts.entity.WorkoutExercise;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An exercise's place in a workout, as it is to be.
 *
 * @param id of the place; where the path of a request says it already, it may be left out
 */
public record NewWorkoutExercise(
        @Nullable UUID id,
        @NotNull UUID exerciseId,
        @Nullable @Within(Measure.SUPERSET) Integer superset,
        @Nullable @Within(Measure.REST) Integer restSeconds,
        @Nullable @PlainText(max = 2000) String note,

        @Nullable @Size(max = 100, message = "must not have more than 100 sets")
        List<@NotNull @Valid NewSet> sets) {

    /** @throws Problem if its sets do not fit together */
    WorkoutExercise alone(UUID place) {
        List<Violation> violations = violations("", new HashSet<>()).toList();
        if (!violations.isEmpty()) {
            throw Problem.invalid(violations);
        }
        return exercise(place);
    }

    WorkoutExercise exercise(UUID place) {
        return new WorkoutExercise(
                place,
                exerciseId,
                Optional.ofNullable(superset),
                Optional.ofNullable(restSeconds),
                Optional.ofNullable(note).filter(text -> !text.isBlank()),
                orNone().stream().map(NewSet::set).toList());
    }

    /**
     * What single fields do not show.
     *
     * @param path where it stands in the request
     * @param known the ids of sets that came before; its own are added
     */
    Stream<Violation> violations(String path, Set<UUID> known) {
        return IntStream.range(0, orNone().size()).boxed().flatMap(i -> {
            NewSet set = orNone().get(i);
            String field = path + "sets[" + i + "].";
            return Stream.concat(
                    set.violation(field).stream(),
                    known.add(set.id())
                            ? Stream.empty()
                            : Stream.of(Violation.body(field + "id", "must not be used twice")));
        });
    }

    private List<NewSet> orNone() {
        return sets == null ? List.of() : sets;
    }
}

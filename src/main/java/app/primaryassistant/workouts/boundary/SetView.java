package app.primaryassistant.workouts.boundary;

import app.primaryassistant.platform.figure.Decimals;
import app.primaryassistant.workouts.entity.Weight;
import app.primaryassistant.workouts.entity.WorkoutSet;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A set, in the form it is sent in; the weight as it was typed, to the digit. */
public record SetView(
        UUID id,
        String kind,
        @Nullable Integer reps,
        @Nullable BigDecimal weight,
        @Nullable String unit,
        @Nullable BigDecimal rpe,
        @Nullable Integer rir,
        @Nullable Integer durationSeconds,
        @Nullable BigDecimal distanceMetres,
        @Nullable Integer restSeconds,
        boolean done) {

    static SetView from(WorkoutSet set) {
        return new SetView(
                set.id(),
                set.kind().key(),
                set.reps().orElse(null),
                set.weight().map(Weight::entered).map(Decimals::plain).orElse(null),
                set.weight().map(weight -> weight.unit().key()).orElse(null),
                set.rpe().map(Decimals::plain).orElse(null),
                set.rir().orElse(null),
                set.durationSeconds().orElse(null),
                set.distanceMetres().map(Decimals::plain).orElse(null),
                set.restSeconds().orElse(null),
                set.done());
    }

    static List<SetView> from(List<WorkoutSet> sets) {
        return sets.stream().map(SetView::from).toList();
    }
}

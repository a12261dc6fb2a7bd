package app.primaryassistant.workouts.boundary;

import app.primaryassistant.platform.figure.Decimals;
import app.primaryassistant.workouts.control.WorkoutListRepository.Listed;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A workout as it stands in a list.
 *
 * @param exercises their names, in order
 * @param volume in kg
 * @param setsWithoutBodyWeight sets that add no volume, because they lifted the body and nobody said what it weighed
 */
public record ListedWorkout(
        UUID id,
        LocalDate localDate,
        Instant startedAt,
        String zone,
        @Nullable Instant endedAt,
        String type,
        @Nullable String title,
        @Nullable Integer durationSeconds,
        @Nullable BigDecimal intensity,
        List<String> exercises,
        int sets,
        BigDecimal volume,
        int setsWithoutBodyWeight,
        String source,
        int version) {

    static ListedWorkout from(Listed listed, Map<UUID, String> names) {
        return new ListedWorkout(
                listed.id(),
                listed.localDate(),
                listed.startedAt(),
                listed.zone(),
                listed.endedAt().orElse(null),
                listed.type().key(),
                listed.title().orElse(null),
                listed.durationSeconds().orElse(null),
                listed.intensity().map(Decimals::plain).orElse(null),
                listed.exercises().stream().map(names::get).toList(),
                listed.sets(),
                Decimals.plain(listed.volume()),
                listed.withoutBodyWeight(),
                listed.source(),
                listed.version());
    }
}

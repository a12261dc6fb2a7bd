package app.primaryassistant.workouts.boundary;

import app.primaryassistant.platform.figure.Decimals;
import app.primaryassistant.workouts.control.ExerciseHistoryRepository.PastSession;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One session of an exercise, with the sets that were done.
 *
 * @param volume in kg
 * @param setsWithoutBodyWeight sets that add no volume, because they lifted the body and nobody said what it weighed
 */
public record SessionView(
        UUID workoutId,
        LocalDate localDate,
        Instant startedAt,
        @Nullable String title,
        @Nullable String note,
        List<SetView> sets,
        BigDecimal volume,
        int setsWithoutBodyWeight) {

    static SessionView from(PastSession session) {
        return new SessionView(
                session.workout(),
                session.localDate(),
                session.startedAt(),
                session.title().orElse(null),
                session.note().orElse(null),
                SetView.from(session.sets()),
                Decimals.plain(session.volume()),
                session.withoutBodyWeight());
    }
}

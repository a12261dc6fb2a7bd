package app.primaryassistant.workouts.boundary;

import app.primaryassistant.platform.json.PlainText;
import app.primaryassistant.platform.problem.Problem;
import app.primaryassistant.platform.problem.Violation;
import app.primaryassistant.platform.security.Caller;
import app.primaryassistant.platform.time.Happened;
import app.primaryassistant.platform.time.RecordableDay;
import app.primaryassistant.platform.time.ServerTime;
import app.primaryassistant.platform.time.TimeZone;
import app.primaryassistant.platform.vocabulary.KeyOf;
import app.primaryassistant.platform.vocabulary.Keyed;
import app.primaryassistant.workouts.entity.Measure;
import app.primaryassistant.workouts.entity.ProgramSession;
import app.primaryassistant.workouts.entity.Workout;
import app.primaryassistant.workouts.entity.WorkoutType;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A whole workout as it is to be. Without an end it is going on; without a duration it took from its beginning to its end. */
public record NewWorkout(
        @NotNull @RecordableDay LocalDate localDate,
        @NotNull @Happened Instant startedAt,
        @Nullable @TimeZone String zone,
        @Nullable @Happened Instant endedAt,
        @NotNull @KeyOf(WorkoutType.class) String type,
        @Nullable @PlainText(max = 100) String title,
        @Nullable @Within(Measure.DURATION) Integer durationSeconds,
        @Nullable @Within(Measure.INTENSITY) BigDecimal intensity,
        @Nullable @Within(Measure.FATIGUE) Integer fatigue,
        @Nullable @Within(Measure.SORENESS) Integer soreness,
        @Nullable @PlainText(max = 2000) String note,
        @Nullable @PlainText(max = 2000) String coachNote,
        @Nullable @Valid ProgramPlace program,

        @Nullable @Size(max = 60, message = "must not have more than 60 exercises")
        List<@NotNull @Valid NewWorkoutExercise> exercises) {

    /** Of which session of which followed program it is. */
    public record ProgramPlace(
            @NotNull UUID enrolmentId,

            @NotNull
            @Pattern(
                    regexp = "[1-9][0-9]{0,2}([.][1-9][0-9]{0,2}){3}",
                    message = "must be a place in a program such as 1.2.1.3")
            String place) {

        static ProgramPlace from(ProgramSession session) {
            return new ProgramPlace(session.enrolment(), session.place());
        }

        ProgramSession session() {
            return new ProgramSession(enrolmentId, place);
        }
    }

    private static final Duration LONGEST = Duration.ofHours(24);

    /** @throws Problem if its parts do not fit together */
    Workout workout(UUID id, Caller caller, Clock clock) {
        List<Violation> violations = violations();
        if (!violations.isEmpty()) {
            throw Problem.invalid(violations);
        }
        Instant beginning = ServerTime.atMostNow(startedAt, clock);
        Optional<Instant> end = Optional.ofNullable(endedAt).map(at -> ServerTime.atMostNow(at, clock));
        Optional<Integer> fromBeginningToEnd = end.map(at ->
                Math.max(0, Math.toIntExact(Duration.between(beginning, at).toSeconds())));
        return new Workout(
                id,
                localDate,
                beginning,
                zone == null ? caller.zone().getId() : zone,
                end,
                Keyed.of(WorkoutType.class, type),
                text(title),
                Optional.ofNullable(durationSeconds).or(() -> fromBeginningToEnd),
                Optional.ofNullable(intensity),
                Optional.ofNullable(fatigue),
                Optional.ofNullable(soreness),
                text(note),
                text(coachNote),
                Optional.ofNullable(program).map(ProgramPlace::session),
                orNone().stream()
                        .map(exercise -> exercise.exercise(Objects.requireNonNull(exercise.id())))
                        .toList());
    }

    /** What single fields do not show. */
    private List<Violation> violations() {
        List<Violation> violations = new ArrayList<>();
        LocalDate day = LocalDate.ofInstant(startedAt, ZoneOffset.UTC);
        if (Math.abs(ChronoUnit.DAYS.between(day, localDate)) > 1) {
            violations.add(Violation.body("startedAt", "must be at most one day from the workout's date"));
        }
        if (endedAt != null
                && (endedAt.isBefore(startedAt)
                        || Duration.between(startedAt, endedAt).compareTo(LONGEST) > 0)) {
            violations.add(Violation.body("endedAt", "must be within 24 hours after the start"));
        }
        Set<UUID> places = new HashSet<>();
        Set<UUID> sets = new HashSet<>();
        for (int i = 0; i < orNone().size(); i++) {
            NewWorkoutExercise exercise = orNone().get(i);
            String path = "exercises[" + i + "].";
            if (exercise.id() == null) {
                violations.add(Violation.body(path + "id", "must not be null"));
            } else if (!places.add(exercise.id())) {
                violations.add(Violation.body(path + "id", "must not be used twice"));
            }
            exercise.violations(path, sets).forEach(violations::add);
        }
        return violations;
    }

    private static Optional<String> text(@Nullable String text) {
        return Optional.ofNullable(text).filter(words -> !words.isBlank());
    }

    private List<NewWorkoutExercise> orNone() {
        return exercises == null ? List.of() : exercises;
    }
}

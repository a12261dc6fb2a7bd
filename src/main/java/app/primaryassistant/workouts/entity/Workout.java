package app.primaryassistant.workouts.entity;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One session, with its exercises in order.
 *
 * @param localDate the civil day it counts for
 * @param endedAt absent while it is going on
 * @param durationSeconds what it took, without the pauses that somebody took out
 * @param intensity how hard the whole of it was: session RPE on Borg's CR10 scale, 0 to 10 in halves
 * @param fatigue before it, 1 to 10
 * @param soreness before it, 1 to 10
 * @param program present where it is a session of a program
 */
public record Workout(
        UUID id,
        LocalDate localDate,
        Instant startedAt,
        String zone,
        Optional<Instant> endedAt,
        WorkoutType type,
        Optional<String> title,
        Optional<Integer> durationSeconds,
        Optional<BigDecimal> intensity,
        Optional<Integer> fatigue,
        Optional<Integer> soreness,
        Optional<String> note,
        Optional<String> coachNote,
        Optional<ProgramSession> program,
        List<WorkoutExercise> exercises) {}

package app.primaryassistant.programs.entity;

import app.primaryassistant.workouts.entity.Workout;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Where somebody stands in a program, and what comes next.
 *
 * @param round the sessions of the round that the next one belongs to, or of the last round
 * @param planned absent where the program is over
 */
public record NextSession(
        Enrolment enrolment,
        TrainingHistory history,
        List<ProgramProgress.SessionSlot> round,
        Optional<Planned> planned) {

    /**
     * The next session.
     *
     * @param on when it falls; today or later
     * @param begun the workout that was begun for it and is still going on
     * @param workout as if it were begun now, with fresh ids; its sets are planned, so none counts before it is done
     */
    public record Planned(ProgramProgress.Planned session, LocalDate on, Optional<UUID> begun, Workout workout) {}
}

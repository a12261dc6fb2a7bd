package app.primaryassistant.programs.boundary;

import app.primaryassistant.programs.entity.Enrolment;
import app.primaryassistant.programs.entity.OwnProgram;
import app.primaryassistant.programs.entity.Program;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A program with all it holds.
 *
 * @param lifts what starting weights are asked for when it is begun
 * @param version absent where it cannot be changed: for a shipped one, and for what is followed
 */
public record ProgramView(
        UUID id,
        boolean shipped,
        int daysPerWeek,
        List<LiftView> lifts,
        Program program,
        @Nullable Integer version) {

    /**
     * A lift of the program.
     *
     * @param exerciseName absent where the exercise was an own one and is deleted
     * @param startsWith {@code weight} or {@code training-max}
     */
    public record LiftView(
            String lift, UUID exerciseId, @Nullable String exerciseName, String startsWith) {}

    static ProgramView shipped(UUID id, Program program, Map<UUID, String> names) {
        return from(id, true, program, names, null);
    }

    static ProgramView own(OwnProgram own, Map<UUID, String> names) {
        return from(own.id(), false, own.program(), names, own.version());
    }

    /** The program of an enrolment as it was when it was begun, which may have been changed or deleted since. */
    static ProgramView begun(Enrolment enrolment, boolean shipped, Map<UUID, String> names) {
        return from(enrolment.programId(), shipped, enrolment.program(), names, null);
    }

    private static ProgramView from(
            UUID id, boolean shipped, Program program, Map<UUID, String> names, @Nullable Integer version) {
        List<LiftView> lifts = program.lifts().stream()
                .map(lift -> new LiftView(
                        lift.lift(),
                        lift.exerciseId(),
                        names.get(lift.exerciseId()),
                        lift.byTrainingMax() ? "training-max" : "weight"))
                .toList();
        return new ProgramView(id, shipped, program.daysPerWeek(), lifts, program, version);
    }
}

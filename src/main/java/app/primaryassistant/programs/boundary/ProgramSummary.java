package app.primaryassistant.programs.boundary;

import app.primaryassistant.programs.control.OwnProgram;
import app.primaryassistant.programs.control.Program;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A program in a list.
 *
 * @param shipped whether it comes with Primary Assistant; one's own can be changed
 */
public record ProgramSummary(
        UUID id, boolean shipped, String name, @Nullable String summary, @Nullable String level, int daysPerWeek, int phases) {

    static ProgramSummary shipped(UUID id, Program program) {
        return from(id, true, program);
    }

    static ProgramSummary own(OwnProgram own) {
        return from(own.id(), false, own.program());
    }

    private static ProgramSummary from(UUID id, boolean shipped, Program program) {
        return new ProgramSummary(
                id,
                shipped,
                program.name(),
                program.summary(),
                program.level(),
                program.daysPerWeek(),
                program.phases().size());
    }
}

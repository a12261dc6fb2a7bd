package app.primaryassistant.programs.boundary;

import app.primaryassistant.programs.entity.OwnProgram;
import app.primaryassistant.programs.entity.Program;
import app.primaryassistant.programs.entity.progression.ByRpe;
import app.primaryassistant.programs.entity.progression.DoubleProgression;
import app.primaryassistant.programs.entity.progression.Fixed;
import app.primaryassistant.programs.entity.progression.Linear;
import app.primaryassistant.programs.entity.progression.PercentOfTrainingMax;
import app.primaryassistant.programs.entity.progression.Rule;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A program in a list.
 *
 * @param shipped whether it comes with Primary Assistant; one's own can be changed
 * @param weeks before it repeats itself, in all phases together
 * @param rules by which exercises progress, in the order they come up, which begins with what matters most
 */
public record ProgramSummary(
        UUID id,
        boolean shipped,
        String name,
        @Nullable String summary,
        @Nullable String level,
        int daysPerWeek,
        int phases,
        int weeks,
        List<String> rules) {

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
                program.phases().size(),
                program.phases().stream()
                        .mapToInt(phase -> phase.weeks().size())
                        .sum(),
                program.slots().map(slot -> name(slot.rule())).distinct().toList());
    }

    private static String name(Rule rule) {
        return switch (rule) {
            case Fixed fixed -> "fixed";
            case Linear linear -> "linear";
            case DoubleProgression range -> "double-progression";
            case PercentOfTrainingMax percentages -> "percentage";
            case ByRpe effort -> "rpe";
        };
    }
}

package app.primaryassistant.programs.control;

import app.primaryassistant.platform.problem.Problem;
import app.primaryassistant.platform.problem.Violation;
import app.primaryassistant.progression.control.DoubleProgression;
import app.primaryassistant.progression.control.Fixed;
import app.primaryassistant.progression.control.PercentOfTrainingMax;
import app.primaryassistant.progression.control.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What makes a program one that can be followed, beyond the ranges of its parts: all that is wrong is said at once. */
public final class ProgramCheck {

    private final Program program;
    private final List<Violation> violations = new ArrayList<>();
    private final Map<String, UUID> exercises = new HashMap<>();

    private ProgramCheck(Program program) {
        this.program = program;
    }

    /** @throws Problem with a violation for each thing that is wrong */
    public static void require(Program program) {
        List<Violation> violations = violations(program);
        if (!violations.isEmpty()) {
            throw Problem.invalid(violations);
        }
    }

    static List<Violation> violations(Program program) {
        return new ProgramCheck(program).check();
    }

    private List<Violation> check() {
        for (int i = 0; i < program.phases().size(); i++) {
            check(program.phases().get(i), "phases[" + i + "]", i == program.phases().size() - 1);
        }
        return List.copyOf(violations);
    }

    private void check(Program.Phase phase, String path, boolean isLast) {
        Map<String, Rule> rules = new HashMap<>();
        for (int i = 0; i < phase.weeks().size(); i++) {
            List<Program.Day> days = phase.weeks().get(i).days();
            for (int j = 0; j < days.size(); j++) {
                check(days.get(j), path + ".weeks[" + i + "].days[" + j + "]", rules);
            }
        }
        switch (phase.until()) {
            case null -> refuseUnless(isLast, path + ".until", "must be given for every phase but the last");
            case Gate.Stalled stalled ->
                refuseUnless(stalled.lifts() <= rules.size(), path + ".until.lifts", "must not be more than the phase has");
            case Gate.Reached reached ->
                refuseUnless(rules.containsKey(reached.lift()), path + ".until.lift", "must be a lift of the phase");
            case Gate.Rounds rounds -> {}
        }
    }

    private void check(Program.Day day, String path, Map<String, Rule> rules) {
        Set<UUID> exercisesOfDay = new HashSet<>();
        for (int i = 0; i < day.exercises().size(); i++) {
            Program.Slot slot = day.exercises().get(i);
            String at = path + ".exercises[" + i + "]";
            refuseUnless(
                    exercisesOfDay.add(slot.exerciseId()), at + ".exerciseId", "must be another one for each exercise of a day");
            UUID exercise = exercises.putIfAbsent(slot.lift(), slot.exerciseId());
            refuseUnless(
                    exercise == null || exercise.equals(slot.exerciseId()),
                    at + ".exerciseId",
                    "must be the same wherever the lift is the same");
            Rule standing = rules.putIfAbsent(slot.lift(), slot.rule());
            refuseUnless(
                    standing == null || goTogether(standing, slot.rule()),
                    at + ".rule",
                    "must be the same wherever the lift is the same within a phase; give it another lift");
            check(slot.rule(), at + ".rule");
        }
    }

    /** Percentages may differ from day to day; how the training max moves may not. */
    private static boolean goTogether(Rule one, Rule other) {
        return one instanceof PercentOfTrainingMax first && other instanceof PercentOfTrainingMax second
                ? first.increase().equals(second.increase()) && first.setback().equals(second.setback())
                : one.equals(other);
    }

    private void check(Rule rule, String path) {
        switch (rule) {
            case Fixed fixed ->
                refuseUnless((fixed.reps() == null) != (fixed.seconds() == null), path + ".reps", "must be given, or seconds, but not both");
            case DoubleProgression range -> refuseUnless(range.low() < range.high(), path + ".high", "must be above the low end");
            default -> {}
        }
    }

    private void refuseUnless(boolean right, String field, String message) {
        if (!right) {
            violations.add(Violation.body(field, message));
        }
    }
}

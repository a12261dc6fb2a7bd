package app.primaryassistant.programs.entity;

import app.primaryassistant.platform.problem.Problem;
import app.primaryassistant.platform.problem.Violation;
import app.primaryassistant.programs.entity.progression.DoubleProgression;
import app.primaryassistant.programs.entity.progression.Fixed;
import app.primaryassistant.programs.entity.progression.PercentOfTrainingMax;
import app.primaryassistant.programs.entity.progression.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** What makes a program one that can be followed, beyond the ranges of its parts: all that is wrong is said at once. */
public final class ProgramCheck {

    private final Program program;
    private final List<Violation> violations = new ArrayList<>();
    private final Map<String, UUID> exercises = new HashMap<>();
    private final Map<String, Rule> rules = new HashMap<>();
    private final Set<String> met = new HashSet<>();

    private ProgramCheck(Program program) {
        this.program = program;
    }

    /**
     * Lets a program pass only if it can be followed.
     *
     * @throws Problem with a violation for each thing that is wrong
     */
    public static void require(Program program) {
        List<Violation> violations = violations(program);
        if (!violations.isEmpty()) {
            throw Problem.invalid(violations);
        }
    }

    /**
     * Lets a program pass only if it is made of known exercises.
     *
     * @throws Problem with a violation for each that is not
     */
    public static void requireKnown(Program program, Set<UUID> known) {
        var check = new ProgramCheck(program);
        check.forEachSlot(located -> check.refuseUnless(
                known.contains(located.slot().exerciseId()),
                located.path() + ".exerciseId",
                "must be a library exercise or one of your own"));
        if (!check.violations.isEmpty()) {
            throw Problem.invalid(check.violations);
        }
    }

    static List<Violation> violations(Program program) {
        return new ProgramCheck(program).check();
    }

    private List<Violation> check() {
        forEachSlot(this::check);
        for (int i = 0; i < program.phases().size(); i++) {
            checkGate(
                    program.phases().get(i),
                    "phases[" + i + "].until",
                    i == program.phases().size() - 1);
        }
        return List.copyOf(violations);
    }

    /** A slot and where it is: in which phase and which day, and its path in the document. */
    private record Located(Program.Slot slot, int phase, String day, String path) {}

    private void forEachSlot(Consumer<Located> check) {
        for (int i = 0; i < program.phases().size(); i++) {
            List<Program.Week> weeks = program.phases().get(i).weeks();
            for (int j = 0; j < weeks.size(); j++) {
                List<Program.Day> days = weeks.get(j).days();
                for (int k = 0; k < days.size(); k++) {
                    forEachSlot(days.get(k), i, "phases[%d].weeks[%d].days[%d]".formatted(i, j, k), check);
                }
            }
        }
    }

    private static void forEachSlot(Program.Day day, int phase, String path, Consumer<Located> check) {
        for (int i = 0; i < day.exercises().size(); i++) {
            check.accept(new Located(day.exercises().get(i), phase, path, path + ".exercises[" + i + "]"));
        }
    }

    private void check(Located located) {
        Program.Slot slot = located.slot();
        refuseUnless(
                met.add(located.day() + slot.exerciseId()),
                located.path() + ".exerciseId",
                "must be different for each exercise of a day");
        UUID exercise = exercises.putIfAbsent(slot.lift(), slot.exerciseId());
        refuseUnless(
                exercise == null || exercise.equals(slot.exerciseId()),
                located.path() + ".exerciseId",
                "must be the same for every use of the lift");
        Rule standing = rules.putIfAbsent(located.phase() + slot.lift(), slot.rule());
        refuseUnless(
                standing == null || goTogether(standing, slot.rule()),
                located.path() + ".rule",
                "must be the same for every use of the lift in a phase; use another lift here");
        check(slot.rule(), located.path() + ".rule");
    }

    private void checkGate(Program.Phase phase, String path, boolean isLast) {
        Set<String> lifts = Program.slots(phase).map(Program.Slot::lift).collect(Collectors.toSet());
        switch (phase.until()) {
            case null -> refuseUnless(isLast, path, "must be given for every phase but the last");
            case PhaseEnd.Stalled stalled ->
                refuseUnless(
                        stalled.lifts() <= lifts.size(),
                        path + ".lifts",
                        "must not exceed the number of lifts in the phase");
            case PhaseEnd.Reached reached ->
                refuseUnless(lifts.contains(reached.lift()), path + ".lift", "must be a lift of the phase");
            case PhaseEnd.Rounds rounds -> {}
        }
    }

    /** Percentages may differ from day to day; how the training max moves may not. */
    private static boolean goTogether(Rule one, Rule other) {
        return (one instanceof PercentOfTrainingMax first && other instanceof PercentOfTrainingMax second)
                ? first.increase().equals(second.increase()) && first.setback().equals(second.setback())
                : one.equals(other);
    }

    private void check(Rule rule, String path) {
        switch (rule) {
            case Fixed fixed ->
                refuseUnless(
                        (fixed.reps() == null) != (fixed.seconds() == null),
                        path + ".reps",
                        "must be given if and only if seconds is not");
            case DoubleProgression range ->
                refuseUnless(range.low() < range.high(), path + ".high", "must be greater than low");
            default -> {}
        }
    }

    private void refuseUnless(boolean right, String field, String message) {
        if (!right) {
            violations.add(Violation.body(field, message));
        }
    }
}

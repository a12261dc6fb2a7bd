package app.primaryassistant.programs.entity;

import app.primaryassistant.platform.figure.Decimals;
import app.primaryassistant.programs.entity.progression.DoneSet;
import app.primaryassistant.programs.entity.progression.Loading;
import app.primaryassistant.programs.entity.progression.Prescription;
import app.primaryassistant.workouts.entity.WeightUnit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Somebody who goes through a program session by session, and does what is prescribed unless told otherwise. */
final class Follower {

    private final Program program;
    private final Loading loading;
    private final Map<String, Start> starts = new HashMap<>();
    private final List<ProgramProgress.Trained> trained = new ArrayList<>();
    private final Set<Place> skipped = new HashSet<>();
    private LocalDate day = LocalDate.of(2026, 1, 5);

    private Follower(Program program, Loading loading) {
        this.program = program;
        this.loading = loading;
    }

    static Follower of(Program program) {
        return new Follower(program, new Loading(WeightUnit.KILOGRAM, new BigDecimal("2.5")));
    }

    Follower startsWith(String lift, String weight) {
        starts.put(lift, new Start(lift, new BigDecimal(weight), null));
        return this;
    }

    Follower startsWithMax(String lift, String trainingMax) {
        starts.put(lift, new Start(lift, null, new BigDecimal(trainingMax)));
        return this;
    }

    ProgramProgress course() {
        return new ProgramProgress(program, loading, starts, trained, skipped);
    }

    Optional<ProgramProgress.Planned> next() {
        return course().next();
    }

    /** The place of the next session, or nothing where the program is over. */
    String place() {
        return next().map(planned -> planned.place().toString()).orElse("");
    }

    /** What is prescribed of a lift in the next session, such as {@code 3 × 62.5}. */
    String prescribed(String lift) {
        Prescription prescription = prescription(lift);
        BigDecimal weight = prescription.targets().getLast().weight();
        return prescription.targets().size() + " × "
                + (weight == null ? "?" : Decimals.plain(weight).toPlainString());
    }

    Prescription prescription(String lift) {
        return next().orElseThrow().exercises().stream()
                .filter(exercise -> exercise.slot().lift().equals(lift))
                .map(ProgramProgress.PlannedExercise::prescription)
                .findFirst()
                .orElseThrow();
    }

    Follower trains(int sessions) {
        for (int i = 0; i < sessions; i++) {
            trainsWith(UnaryOperator.identity());
        }
        return this;
    }

    /** Does each set one repetition short. */
    Follower fails(int sessions) {
        for (int i = 0; i < sessions; i++) {
            trainsWith(set -> new DoneSet(set.weight(), set.reps() - 1, set.rpe()));
        }
        return this;
    }

    private void trainsWith(UnaryOperator<DoneSet> performance) {
        ProgramProgress.Planned planned = next().orElseThrow();
        Map<UUID, List<DoneSet>> sets = new HashMap<>();
        planned.exercises()
                .forEach(exercise -> sets.put(
                        exercise.slot().exerciseId(),
                        exercise.prescription().targets().stream()
                                .map(Follower::asAimed)
                                .map(performance)
                                .toList()));
        trained.add(new ProgramProgress.Trained(planned.place(), day, sets));
        day = day.plusDays(2);
    }

    private static DoneSet asAimed(Prescription.Target target) {
        Integer reps = target.reps();
        BigDecimal weight = target.weight();
        return new DoneSet(weight == null ? BigDecimal.ZERO : weight, reps == null ? 0 : reps, target.rpe());
    }

    Follower skips() {
        skipped.add(next().orElseThrow().place());
        return this;
    }
}

package app.primaryassistant.programs.entity.progression;

import static org.assertj.core.api.Assertions.assertThat;

import app.primaryassistant.platform.figure.Decimals;
import app.primaryassistant.workouts.entity.WeightUnit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Somebody who does what a rule prescribes, as well as a table says, session for session. */
final class Training {

    static final Amount TWO_AND_A_HALF = new Amount(new BigDecimal("2.5"), new BigDecimal(5));
    static final Amount FIVE = new Amount(new BigDecimal(5), new BigDecimal(10));
    static final Loading KILOGRAMS = new Loading(WeightUnit.KILOGRAM, new BigDecimal("2.5"));
    static final Loading POUNDS = new Loading(WeightUnit.POUND, new BigDecimal(5));

    private final Loading loading;
    private final @Nullable BigDecimal start;
    private final @Nullable BigDecimal trainingMax;
    private final List<LiftSession> sessions = new ArrayList<>();
    private int round = 1;

    private Training(Loading loading, @Nullable BigDecimal start, @Nullable BigDecimal trainingMax) {
        this.loading = loading;
        this.start = start;
        this.trainingMax = trainingMax;
    }

    static Training from(String start, Loading loading) {
        return new Training(loading, new BigDecimal(start), null);
    }

    static Training ofMax(String trainingMax, Loading loading) {
        return new Training(loading, null, new BigDecimal(trainingMax));
    }

    static Training unprepared() {
        return new Training(KILOGRAMS, null, null);
    }

    Prescription next(Rule rule) {
        return rule.next(history(), loading);
    }

    LiftHistory history() {
        return new LiftHistory(start, trainingMax, sessions, round);
    }

    /**
     * Follows a table. Each line says what is prescribed and, behind the bar, what is done of it: the repetitions of each set,
     * {@code 5@8} with its RPE. What is done is done with the prescribed weights.
     */
    Training follows(Rule rule, String table) {
        table.lines().forEach(line -> {
            String[] sides = line.split("\\|", 2);
            Prescription prescribed = next(rule);
            assertThat(words(prescribed))
                    .as("after %s: %s", sessions, prescribed.reason())
                    .isEqualTo(sides[0].strip());
            does(rule, prescribed, sides[1].strip().split(" +"));
        });
        return this;
    }

    /** Does the sets of a prescription, as many as there are repetitions given. */
    void does(Rule rule, Prescription prescribed, String... sets) {
        List<DoneSet> done = new ArrayList<>();
        for (int i = 0; i < sets.length; i++) {
            var target =
                    prescribed.targets().get(Math.min(i, prescribed.targets().size() - 1));
            done.add(set(target.weight() == null ? BigDecimal.ZERO : target.weight(), sets[i]));
        }
        sessions.add(new LiftSession(rule, round, done));
    }

    /** Does sets with a weight of one's own choice. */
    Training does(Rule rule, String weight, String... sets) {
        sessions.add(new LiftSession(
                rule,
                round,
                Arrays.stream(sets).map(set -> set(new BigDecimal(weight), set)).toList()));
        return this;
    }

    Training nextRound() {
        round++;
        return this;
    }

    static DoneSet set(BigDecimal weight, String words) {
        String[] parts = words.split("@", 2);
        return new DoneSet(weight, Integer.parseInt(parts[0]), parts.length == 1 ? null : new BigDecimal(parts[1]));
    }

    /** {@code HEAVIER 62.5×5}, or {@code START 65×5 75×5 85×5+} where the sets differ. */
    static String words(Prescription prescription) {
        return prescription.change()
                + " "
                + prescription.targets().stream()
                        .map(Training::words)
                        .distinct()
                        .collect(Collectors.joining(" "));
    }

    private static String words(Prescription.Target target) {
        return (target.weight() == null ? "?" : Decimals.plain(target.weight()).toPlainString())
                + "×"
                + target.reps()
                + (target.amrap() ? "+" : "");
    }
}

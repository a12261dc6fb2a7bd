package app.primaryassistant.programs.entity;

import app.primaryassistant.programs.entity.progression.Amount;
import app.primaryassistant.programs.entity.progression.Deload;
import app.primaryassistant.programs.entity.progression.Linear;
import app.primaryassistant.programs.entity.progression.PercentOfTrainingMax;
import app.primaryassistant.programs.entity.progression.Rule;
import app.primaryassistant.programs.entity.progression.Setback;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Programs for tests. */
final class Programs {

    static final Amount SMALL = new Amount(new BigDecimal("2.5"), new BigDecimal(5));
    static final Amount LARGE = new Amount(new BigDecimal(5), new BigDecimal(10));

    private Programs() {}

    static Program of(Program.Phase... phases) {
        return new Program("A program", null, null, null, List.of(phases));
    }

    static Program.Phase phase(@Nullable PhaseEnd until, Program.Week... weeks) {
        return new Program.Phase("A phase", List.of(weeks), until);
    }

    static Program.Week week(Program.Day... days) {
        return new Program.Week(null, List.of(days));
    }

    static Program.Week lighter(int weight, int sets, Program.Day... days) {
        return new Program.Week(new Deload(weight, sets), List.of(days));
    }

    static Program.Day day(Program.Slot... slots) {
        return new Program.Day("A day", List.of(slots));
    }

    static Program.Slot slot(String lift, Rule rule) {
        return new Program.Slot(lift, exercise(lift), rule, null, null, null, null);
    }

    static UUID exercise(String lift) {
        return UUID.nameUUIDFromBytes(lift.getBytes(StandardCharsets.UTF_8));
    }

    static Rule linear(int sets, Amount increase) {
        return new Linear(sets, 5, false, increase, null, new Setback(3, 10));
    }

    static Rule wave(int... percentages) {
        return new PercentOfTrainingMax(
                Arrays.stream(percentages)
                        .mapToObj(percent -> new PercentOfTrainingMax.Step(percent, 5, false))
                        .toList(),
                LARGE,
                new Setback(1, 10));
    }

    /** Two full-body sessions in turn, three times a week. */
    static Program alternatingFives() {
        Program.Day a =
                day(slot("squat", linear(5, SMALL)), slot("bench", linear(5, SMALL)), slot("row", linear(5, SMALL)));
        Program.Day b = day(
                slot("squat", linear(5, SMALL)), slot("press", linear(5, SMALL)), slot("deadlift", linear(1, LARGE)));
        return of(phase(null, week(a, b, a), week(b, a, b)));
    }

    /** One session a week of one lift, in one phase that is over at a gate, and another that is not. */
    static Program gated(@Nullable PhaseEnd gate) {
        return of(
                phase(gate, week(day(slot("squat", linear(5, SMALL))))),
                phase(null, week(day(slot("squat", linear(3, SMALL))))));
    }
}

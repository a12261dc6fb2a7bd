package app.primaryassistant.programs.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.primaryassistant.platform.problem.Problem;
import app.primaryassistant.platform.problem.Violation;
import app.primaryassistant.programs.entity.progression.DoubleProgression;
import app.primaryassistant.programs.entity.progression.Fixed;
import app.primaryassistant.programs.entity.progression.PercentOfTrainingMax;
import app.primaryassistant.programs.entity.progression.Rule;
import app.primaryassistant.programs.entity.progression.Setback;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProgramCheckTest {

    private static final Rule FIVES = Programs.linear(5, Programs.SMALL);
    private static final Rule THREES = Programs.linear(3, Programs.SMALL);
    private static final String FIRST = "phases[0].weeks[0].days[0].exercises[0]";

    @Test
    void whatCanBeFollowedPasses() {
        assertThatCode(() -> ProgramCheck.require(Programs.alternatingFives())).doesNotThrowAnyException();
        assertThat(fields(Programs.gated(new PhaseEnd.Stalled(1, 1, null)))).isEmpty();
        assertThat(fields(Programs.gated(new PhaseEnd.Reached("squat", BigDecimal.TEN, BigDecimal.TEN, null))))
                .isEmpty();
        assertThat(fields(Programs.gated(new PhaseEnd.Rounds(1)))).isEmpty();
    }

    @Test
    void onlyTheLastPhaseGoesOnForEver() {
        assertThat(fields(Programs.gated(null))).containsExactly("phases[0].until");
    }

    @Test
    void aGateSpeaksOfLiftsOfItsPhase() {
        assertThat(fields(Programs.gated(new PhaseEnd.Stalled(2, 1, null)))).containsExactly("phases[0].until.lifts");
        assertThat(fields(Programs.gated(new PhaseEnd.Reached("bench", BigDecimal.TEN, BigDecimal.TEN, null))))
                .containsExactly("phases[0].until.lift");
    }

    @Test
    void aDayHasEachExerciseOnce() {
        var again = new Program.Slot("squat-light", Programs.exercise("squat"), FIVES, null, null, null, null);

        assertThat(fields(day(Programs.slot("squat", FIVES), again)))
                .containsExactly("phases[0].weeks[0].days[0].exercises[1].exerciseId");
    }

    @Test
    void aLiftIsOneExercise() {
        var other = new Program.Slot("squat", Programs.exercise("bench"), FIVES, null, null, null, null);

        assertThat(fields(days(Programs.slot("squat", FIVES), other)))
                .containsExactly("phases[0].weeks[0].days[1].exercises[0].exerciseId");
    }

    @Test
    void aLiftHasOneRuleInAPhase() {
        assertThat(fields(days(Programs.slot("squat", FIVES), Programs.slot("squat", THREES))))
                .containsExactly("phases[0].weeks[0].days[1].exercises[0].rule");
        assertThat(fields(Programs.of(
                        Programs.phase(
                                new PhaseEnd.Rounds(1), Programs.week(Programs.day(Programs.slot("squat", FIVES)))),
                        Programs.phase(null, Programs.week(Programs.day(Programs.slot("squat", THREES)))))))
                .isEmpty();
    }

    @Test
    void percentagesMayDifferWhereTheTrainingMaxMovesInOneWay() {
        Rule faster = new PercentOfTrainingMax(
                List.of(new PercentOfTrainingMax.Step(90, 3, false)), Programs.SMALL, new Setback(1, 10));
        Rule harsher = new PercentOfTrainingMax(
                List.of(new PercentOfTrainingMax.Step(90, 3, false)), Programs.LARGE, new Setback(1, 20));

        assertThat(fields(days(Programs.slot("squat", Programs.wave(70)), Programs.slot("squat", Programs.wave(80)))))
                .isEmpty();
        assertThat(fields(days(Programs.slot("squat", Programs.wave(70)), Programs.slot("squat", faster))))
                .hasSize(1);
        assertThat(fields(days(Programs.slot("squat", Programs.wave(70)), Programs.slot("squat", harsher))))
                .hasSize(1);
        assertThat(fields(days(Programs.slot("squat", Programs.wave(70)), Programs.slot("squat", FIVES))))
                .hasSize(1);
    }

    @Test
    void aRuleHasAGoal() {
        Rule range = new DoubleProgression(3, 8, 8, Programs.SMALL, null, new Setback(1, 10));

        assertThat(fields(day(Programs.slot("squat", range)))).containsExactly(FIRST + ".rule.high");
        assertThat(fields(day(Programs.slot("squat", new Fixed(3, null, null)))))
                .containsExactly(FIRST + ".rule.reps");
        assertThat(fields(day(Programs.slot("squat", new Fixed(3, 5, 60))))).containsExactly(FIRST + ".rule.reps");
        assertThat(fields(day(Programs.slot("squat", new Fixed(3, null, 60))))).isEmpty();
    }

    @Test
    void allThatIsWrongIsSaidTogether() {
        Program program =
                day(Programs.slot("squat", new Fixed(3, null, null)), Programs.slot("bench", new Fixed(3, 1, 1)));

        assertThatThrownBy(() -> ProgramCheck.require(program))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.violations()).hasSize(2));
    }

    @Test
    void anExerciseMustBeKnown() {
        Program program = day(Programs.slot("squat", FIVES), Programs.slot("bench", FIVES));

        assertThatCode(() -> ProgramCheck.requireKnown(
                        program, Set.of(Programs.exercise("squat"), Programs.exercise("bench"))))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> ProgramCheck.requireKnown(program, Set.of(Programs.exercise("bench"))))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.violations())
                                .extracting(Violation::field)
                                .containsExactly(FIRST + ".exerciseId"));
    }

    private static Program day(Program.Slot... slots) {
        return Programs.of(Programs.phase(null, Programs.week(Programs.day(slots))));
    }

    private static Program days(Program.Slot one, Program.Slot other) {
        return Programs.of(Programs.phase(null, Programs.week(Programs.day(one), Programs.day(other))));
    }

    private static List<String> fields(Program program) {
        return ProgramCheck.violations(program).stream().map(Violation::field).toList();
    }
}

package app.primaryassistant.programs.entity.progression;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the rules say, and where they begin. */
class RuleTest {

    private static final Setback TWICE = new Setback(2, 10);
    private static final Rule LINEAR = new Linear(3, 8, false, Training.TWO_AND_A_HALF, new BigDecimal(8), TWICE);
    private static final Rule DOUBLE =
            new DoubleProgression(3, 6, 8, Training.TWO_AND_A_HALF, new BigDecimal(8), new Setback(1, 10));
    private static final Rule RPE = new ByRpe(3, 5, new BigDecimal("8.5"), 5);
    private static final Rule PERCENTAGE = new PercentOfTrainingMax(
            List.of(new PercentOfTrainingMax.Step(80, 5, false)), Training.FIVE, new Setback(1, 10));

    @Test
    void heavierSaysWhatEarnedIt() {
        assertThat(reason(LINEAR, "60", "8@7", "8@8", "8@8"))
                .isEqualTo("+2.5 kg, because all sets reached 8 repetitions at RPE ≤ 8.");
        assertThat(reason(LINEAR, "60", "8", "8", "9")).isEqualTo("+2.5 kg, because all sets reached 8 repetitions.");
        assertThat(reason(DOUBLE, "60", "8", "8", "8@7"))
                .isEqualTo("+2.5 kg, because all sets reached 8 repetitions at RPE ≤ 8.");
    }

    @Test
    void oneRepetitionIsNotMany() {
        var single = new Linear(1, 1, false, Training.TWO_AND_A_HALF, null, TWICE);

        assertThat(reason(single, "60", "1")).isEqualTo("+2.5 kg, because all sets reached 1 repetition.");
    }

    @Test
    void theSameAgainSaysWhatWasMissing() {
        assertThat(reason(LINEAR, "60", "8", "8", "7"))
                .isEqualTo("60 kg again, because a set stopped at 7 of 8 repetitions; attempt 2 of 2.");
        assertThat(reason(LINEAR, "60", "8", "8"))
                .isEqualTo("60 kg again, because only 2 of 3 sets were done; attempt 2 of 2.");
        assertThat(reason(LINEAR, "60", "8", "8", "8@8.5"))
                .isEqualTo(
                        "60 kg again, because all sets reached 8 repetitions, but at RPE 8.5, above the limit of 8.");
        assertThat(reason(DOUBLE, "60", "7", "6", "6"))
                .isEqualTo("7 repetitions with 60 kg, because every set reached 6; at 8 the weight goes up.");
    }

    @Test
    void lighterSaysWhatBroughtItAbout() {
        Training training = Training.from("60", Training.KILOGRAMS)
                .does(LINEAR, "60", "8", "8", "7")
                .does(LINEAR, "60", "8", "7", "7");

        assertThat(training.next(LINEAR).reason())
                .isEqualTo("−7.5 kg, because 2 sessions in a row fell short of 8 repetitions at 60 kg.");
        assertThat(reason(DOUBLE, "60", "6", "6", "5"))
                .isEqualTo("−7.5 kg, because the last session fell short of 6 repetitions at 60 kg.");
    }

    @Test
    void effortIsSaidWithTheAim() {
        assertThat(reason(RPE, "100", "5@7", "5@7", "5@7"))
                .isEqualTo(
                        "+5 kg, because all sets reached 5 repetitions, the hardest at RPE 7; the target is RPE 8.5.");
        assertThat(reason(RPE, "100", "5@8.5", "5", "5"))
                .isEqualTo("100 kg again, because all sets reached 5 repetitions, the hardest at RPE 8.5.");
        assertThat(reason(RPE, "100", "5", "5", "5")).isEqualTo("100 kg again, because no RPE was recorded.");
        assertThat(reason(RPE, "100", "5", "5", "4")).isEqualTo("−5 kg, because a set stopped at 4 of 5 repetitions.");
    }

    @Test
    void aTrainingMaxSaysHowItMoved() {
        Training training = Training.ofMax("100", Training.KILOGRAMS);

        assertThat(training.next(PERCENTAGE).reason()).isEqualTo("80 % of a training max of 100 kg.");
        training.does(PERCENTAGE, "80", "5").nextRound();
        assertThat(training.next(PERCENTAGE).reason())
                .isEqualTo("80 % of a training max of 105 kg, +5 kg,"
                        + " because every top set of the last round reached its repetitions.");
        training.does(PERCENTAGE, "82.5", "5").nextRound();
        assertThat(training.next(PERCENTAGE).reason())
                .isEqualTo("80 % of a training max of 92.5 kg, −12.5 kg,"
                        + " because a top set of the last round fell short.");
    }

    @Test
    void aSecondTryOfARoundIsCounted() {
        Rule patient = new PercentOfTrainingMax(
                List.of(new PercentOfTrainingMax.Step(80, 5, false)), Training.FIVE, new Setback(3, 10));
        Training training = Training.ofMax("100", Training.KILOGRAMS)
                .does(patient, "80", "4")
                .nextRound();

        assertThat(training.next(patient).reason())
                .isEqualTo("80 % of a training max of 100 kg, the same again,"
                        + " because a top set of the last round fell short; attempt 2 of 3.");
    }

    @Test
    void withoutAStartingWeightThePersonChooses() {
        Training training = Training.unprepared();

        assertThat(training.next(LINEAR))
                .satisfies(next -> assertThat(Training.words(next)).isEqualTo("START ?×8"))
                .satisfies(next -> assertThat(next.targets()).hasSize(3))
                .satisfies(next -> assertThat(next.reason()).startsWith("Choose a weight"));
        assertThat(training.next(PERCENTAGE))
                .satisfies(next -> assertThat(Training.words(next)).isEqualTo("START ?×5"))
                .satisfies(next -> assertThat(next.reason()).startsWith("Enter a training max"));
    }

    @Test
    void aStartingWeightIsMadeLoadable() {
        assertThat(Training.words(Training.from("61", Training.KILOGRAMS).next(LINEAR)))
                .isEqualTo("START 60×8");
        assertThat(Training.from("61", Training.KILOGRAMS).next(LINEAR).reason())
                .isEqualTo("The starting weight you chose.");
        assertThat(Training.words(Training.ofMax("101.5", Training.KILOGRAMS).next(PERCENTAGE)))
                .isEqualTo("START 82.5×5");
    }

    /** By Epley's formula: 100 kg for 5 are worth 100 · 35 ÷ 38 = 92.1 kg for 8. */
    @Test
    void anotherGoalBeginsWhereTheOldOneEnded() {
        Rule fives = new Linear(3, 5, false, Training.FIVE, null, TWICE);
        Training training = Training.unprepared().does(fives, "100", "5", "5", "5");

        assertThat(Training.words(training.next(LINEAR))).isEqualTo("START 90×8");
        assertThat(training.next(LINEAR).reason()).startsWith("90 kg to start with, carried over");
        training.does(LINEAR, "90", "8", "8", "8");
        assertThat(Training.words(training.next(fives))).isEqualTo("START 90×5");
        assertThat(Training.words(training.next(new Fixed(2, null, 45)))).isEqualTo("START 90×null");
    }

    /** By Epley's formula 100 kg for 6 show a maximum of 120 kg, of which 90 % are 108 kg, and so 107.5 kg. */
    @Test
    void aTrainingMaxIsTakenFromEarlierSetsWhereNoneIsGiven() {
        Training training = Training.unprepared()
                .does(LINEAR, "100", "6", "4")
                .does(LINEAR, "90", "5")
                .does(LINEAR, "110", "0")
                .does(LINEAR, "80", "11")
                .nextRound();

        assertThat(training.next(PERCENTAGE).reason()).isEqualTo("80 % of a training max of 107.5 kg.");
        training.does(PERCENTAGE, "150", "5").nextRound();
        assertThat(training.next(PERCENTAGE).reason()).startsWith("80 % of a training max of 112.5 kg, +5 kg");
    }

    @Test
    void whoTakesSomethingOffHasWorkedWithTheLesserWeight() {
        Rule rule = new Linear(3, 5, false, Training.TWO_AND_A_HALF, null, TWICE);
        Training training = Training.from("60", Training.KILOGRAMS);
        training.does(rule, "60", "5");
        LiftSession mixed = new LiftSession(
                rule,
                1,
                List.of(
                        Training.set(new BigDecimal(60), "5"),
                        Training.set(new BigDecimal(60), "4"),
                        Training.set(new BigDecimal("57.5"), "5"),
                        Training.set(new BigDecimal("57.5"), "5")));

        Attempt attempt = Attempt.of(mixed, 3);

        assertThat(attempt.weight()).isEqualByComparingTo("57.5");
        assertThat(attempt.fewestReps()).isEqualTo(5);
        assertThat(attempt.hardest()).isEmpty();
    }

    @Test
    void anAmountBelowTheStepIsRaisedToOneStep() {
        Rule rule = new Linear(1, 5, false, new Amount(BigDecimal.ONE, BigDecimal.ONE), null, TWICE);

        assertThat(Training.words(Training.unprepared().does(rule, "61", "5").next(rule)))
                .isEqualTo("HEAVIER 62.5×5");
        assertThat(Training.words(Training.unprepared().does(rule, "60", "5").next(rule)))
                .isEqualTo("HEAVIER 62.5×5");
    }

    @Test
    void timedSetsStayTimed() {
        Rule plank = new Fixed(2, null, 45);

        Prescription next = Training.unprepared().does(plank, "0", "0", "0").next(plank);

        assertThat(next.targets())
                .containsExactly(
                        new Prescription.Target(false, null, 45, BigDecimal.ZERO, null),
                        new Prescription.Target(false, null, 45, BigDecimal.ZERO, null));
    }

    @Test
    void whatIsLiftedWithTheBodyAloneIsSaidSo() {
        assertThat(reason(DOUBLE, "0", "7", "6", "6"))
                .isEqualTo("7 repetitions with no added weight, because every set reached 6; at 8 the weight goes up.");
        assertThat(reason(DOUBLE, "0", "8", "8", "8")).isEqualTo("+2.5 kg, because all sets reached 8 repetitions.");
        assertThat(reason(DOUBLE, "0", "6", "6", "5"))
                .isEqualTo("No change, because the last session fell short of 6 repetitions at no added weight.");
    }

    @Test
    void aGoalIsReachedByRepetitionsAtAWeight() {
        LiftHistory history = Training.unprepared()
                .does(LINEAR, "60", "8", "8", "8")
                .does(LINEAR, "65", "8", "8", "7")
                .history();

        assertThat(history.hasReached(new BigDecimal(60))).isTrue();
        assertThat(history.hasReached(new BigDecimal("60.5"))).isFalse();
    }

    @Test
    void aLighterWeekReducesWeightAndSets() {
        Prescription ordinary =
                Training.from("60", Training.KILOGRAMS).next(new Linear(5, 5, true, Training.FIVE, null, TWICE));

        Prescription lighter = new Deload(70, 50).lighten(ordinary, Training.KILOGRAMS);

        assertThat(Training.words(lighter)).isEqualTo("LIGHTER_WEEK 40×5");
        assertThat(lighter.targets()).hasSize(3);
        assertThat(lighter.reason())
                .isEqualTo("Planned deload week: 70 % of the weight and 50 % of the sets."
                        + " It does not count as progress or as a failure.");
        assertThat(new Deload(100, 60).lighten(ordinary, Training.KILOGRAMS))
                .satisfies(week -> assertThat(Training.words(week)).isEqualTo("LIGHTER_WEEK 60×5"))
                .satisfies(week -> assertThat(week.targets()).hasSize(3))
                .satisfies(week -> assertThat(week.reason()).contains("week: 60 % of the sets."));
        assertThat(new Deload(90, 100).lighten(ordinary, Training.KILOGRAMS))
                .satisfies(week -> assertThat(Training.words(week)).isEqualTo("LIGHTER_WEEK 52.5×5"))
                .satisfies(week -> assertThat(week.reason()).contains("week: 90 % of the weight."));
        assertThat(new Deload(100, 100).lighten(ordinary, Training.KILOGRAMS).reason())
                .isEqualTo("Planned deload week. It does not count as progress or as a failure.");
        assertThat(Training.words(
                        new Deload(50, 100).lighten(Training.unprepared().next(LINEAR), Training.KILOGRAMS)))
                .isEqualTo("LIGHTER_WEEK ?×8");
    }

    private static String reason(Rule rule, String weight, String... sets) {
        return Training.unprepared().does(rule, weight, sets).next(rule).reason();
    }
}

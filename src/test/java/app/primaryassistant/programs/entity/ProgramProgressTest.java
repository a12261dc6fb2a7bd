package app.primaryassistant.programs.entity;

import static org.assertj.core.api.Assertions.assertThat;

import app.primaryassistant.programs.entity.progression.Fixed;
import app.primaryassistant.programs.entity.progression.Prescription;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The way through a program, session by session. */
class ProgramProgressTest {

    @Test
    void beginsAtTheFirstSession() {
        Follower follower = Follower.of(Programs.alternatingFives()).startsWith("squat", "40");

        assertThat(follower.place()).isEqualTo("1.1.1.1");
        assertThat(follower.prescribed("squat")).isEqualTo("5 × 40");
        assertThat(follower.prescribed("bench")).isEqualTo("5 × ?");
    }

    @Test
    void aRoundShowsWhatWasDoneWhatWasPassedOverAndWhatIsAhead() {
        Follower follower =
                Follower.of(Programs.alternatingFives()).trains(1).skips().trains(1);

        assertThat(follower.course().round().stream().map(stop -> stop.place() + " " + stop.state()))
                .containsExactly(
                        "1.1.1.1 DONE",
                        "1.1.1.2 SKIPPED",
                        "1.1.1.3 DONE",
                        "1.1.2.1 NEXT",
                        "1.1.2.2 AHEAD",
                        "1.1.2.3 AHEAD");
        assertThat(follower.trains(3).course().round().getFirst().place()).hasToString("1.2.1.1");
    }

    /**
     * By hand: the squat comes three times a week and gains 2.5 kg each time, 7.5 kg a week; bench and press come by turns
     * twice and once; the deadlift with the press, by 5 kg. So at the first session of week 1 + 2n the squat has gained 15 · n
     * kilograms and the bench 7.5 · n, and at the second the press 7.5 · n and the deadlift 15 · n.
     */
    @Test
    void twelveWeeksOfAlternatingFivesGainWhatTheyShould() {
        Follower follower = Follower.of(Programs.alternatingFives())
                .startsWith("squat", "40")
                .startsWith("bench", "40")
                .startsWith("row", "40")
                .startsWith("press", "30")
                .startsWith("deadlift", "60");
        for (int n = 0; n < 6; n++) {
            assertThat(follower.place()).isEqualTo("1." + (n + 1) + ".1.1");
            assertThat(follower.prescribed("squat")).isEqualTo("5 × " + kilograms(40 + 15.0 * n));
            assertThat(follower.prescribed("bench")).isEqualTo("5 × " + kilograms(40 + 7.5 * n));
            follower.trains(1);
            assertThat(follower.prescribed("press")).isEqualTo("5 × " + kilograms(30 + 7.5 * n));
            assertThat(follower.prescribed("deadlift")).isEqualTo("1 × " + kilograms(60 + 15.0 * n));
            follower.trains(5);
        }
        assertThat(follower.prescribed("squat")).isEqualTo("5 × 130");
    }

    /**
     * Twelve weeks of three heavier ones and a lighter fourth: the training max of 100 kg gains 5 kg in each round, and the
     * lighter week is of the training max of its round. 70 % of 105 kg are 73.5 kg, and so 72.5 kg; of 110 kg 77 and so 77.5 kg.
     */
    @Test
    void twelveWeeksOfWavesMoveTheTrainingMaxThreeTimes() {
        Follower follower = Follower.of(waves()).startsWithMax("squat", "100");
        List<String> weights = new ArrayList<>();
        for (int i = 0; i < 13; i++) {
            weights.add(follower.prescribed("squat"));
            follower.trains(1);
        }

        assertThat(weights)
                .containsExactly(
                        "2 × 80",
                        "2 × 85",
                        "2 × 90",
                        "1 × 50",
                        "2 × 85",
                        "2 × 90",
                        "2 × 95",
                        "1 × 52.5",
                        "2 × 87.5",
                        "2 × 92.5",
                        "2 × 100",
                        "1 × 55",
                        "2 × 92.5");
    }

    @Test
    void whatIsDoneInALighterWeekIsNoFailure() {
        Follower follower =
                Follower.of(waves()).startsWithMax("squat", "100").trains(3).fails(1);

        assertThat(follower.prescribed("squat")).isEqualTo("2 × 85");
        assertThat(follower.prescription("squat").change()).isEqualTo(Prescription.Change.HEAVIER);
    }

    @Test
    void aFailedRoundSetsTheTrainingMaxBack() {
        Follower follower = Follower.of(waves())
                .startsWithMax("squat", "100")
                .trains(2)
                .fails(1)
                .trains(1);

        assertThat(follower.prescribed("squat")).isEqualTo("2 × 72.5");
        assertThat(follower.prescription("squat").change()).isEqualTo(Prescription.Change.SETBACK);
    }

    private static Program waves() {
        return Programs.of(Programs.phase(
                null,
                Programs.week(Programs.day(Programs.slot("squat", Programs.wave(70, 80)))),
                Programs.week(Programs.day(Programs.slot("squat", Programs.wave(75, 85)))),
                Programs.week(Programs.day(Programs.slot("squat", Programs.wave(80, 90)))),
                Programs.lighter(100, 50, Programs.day(Programs.slot("squat", Programs.wave(50, 60))))));
    }

    @Test
    void aLighterWeekTakesFromWhatWouldHaveComeNext() {
        Program.Day day = Programs.day(Programs.slot("squat", Programs.linear(5, Programs.SMALL)));
        Follower follower = Follower.of(
                        Programs.of(Programs.phase(null, Programs.week(day), Programs.lighter(80, 60, day))))
                .startsWith("squat", "100")
                .trains(1);

        assertThat(follower.next().orElseThrow().lighter()).isTrue();
        assertThat(follower.prescribed("squat")).isEqualTo("3 × 80");
        follower.trains(1);
        assertThat(follower.next().orElseThrow().lighter()).isFalse();
        assertThat(follower.place()).isEqualTo("1.2.1.1");
        assertThat(follower.prescribed("squat")).isEqualTo("5 × 102.5");
    }

    @Test
    void aSkippedSessionMovesOnWithoutProgress() {
        Follower follower = Follower.of(Programs.alternatingFives())
                .startsWith("squat", "40")
                .trains(1)
                .skips()
                .skips();

        assertThat(follower.place()).isEqualTo("1.1.2.1");
        assertThat(follower.prescribed("squat")).isEqualTo("5 × 42.5");
    }

    @Test
    void aPhaseEndsAfterItsRounds() {
        Follower follower = Follower.of(Programs.gated(new PhaseEnd.Rounds(3))).startsWith("squat", "40");

        assertThat(follower.trains(2).place()).isEqualTo("1.3.1.1");
        assertThat(follower.trains(1).place()).isEqualTo("2.1.1.1");
        assertThat(follower.prescribed("squat")).isEqualTo("3 × 45");
    }

    @Test
    void aPhaseEndsOnceItsLiftsWereSetBack() {
        Follower follower = Follower.of(Programs.gated(new PhaseEnd.Stalled(1, 2, null)))
                .startsWith("squat", "40")
                .trains(1)
                .fails(3);

        assertThat(follower.prescription("squat").change()).isEqualTo(Prescription.Change.SETBACK);
        assertThat(follower.fails(3).place()).isEqualTo("1.8.1.1");
        assertThat(follower.prescription("squat").change()).isEqualTo(Prescription.Change.SETBACK);
        assertThat(follower.trains(1).place()).isEqualTo("2.1.1.1");
    }

    @Test
    void aPhaseEndsOnceALiftIsStrongEnough() {
        Follower follower = Follower.of(
                        Programs.gated(new PhaseEnd.Reached("squat", new BigDecimal(45), new BigDecimal(100), null)))
                .startsWith("squat", "40");

        assertThat(follower.trains(2).place()).isEqualTo("1.3.1.1");
        assertThat(follower.fails(1).place()).isEqualTo("1.4.1.1");
        assertThat(follower.trains(1).place()).isEqualTo("2.1.1.1");
    }

    @ParameterizedTest
    @CsvSource({"1, 1.2.1.1", "2, 2.1.1.1"})
    void aGateWaitsNoLongerThanItSays(int sessions, String place) {
        PhaseEnd reached = new PhaseEnd.Reached("squat", new BigDecimal(500), new BigDecimal(1000), 2);
        PhaseEnd stalled = new PhaseEnd.Stalled(1, 1, 2);

        assertThat(Follower.of(Programs.gated(reached)).trains(sessions).place())
                .isEqualTo(place);
        assertThat(Follower.of(Programs.gated(stalled)).trains(sessions).place())
                .isEqualTo(place);
    }

    @Test
    void aProgramWhoseLastPhaseIsOverIsOver() {
        Program program = Programs.of(Programs.phase(
                new PhaseEnd.Rounds(1), Programs.week(Programs.day(Programs.slot("squat", new Fixed(1, 5, null))))));

        assertThat(Follower.of(program).trains(1).next()).isEmpty();
    }

    @Test
    void onlySetsOfTheLiftsOwnSessionsCount() {
        Program.Day heavy = Programs.day(Programs.slot("squat", Programs.linear(5, Programs.SMALL)));
        Program.Day light = Programs.day(new Program.Slot(
                "squat-light", Programs.exercise("squat"), Programs.linear(3, Programs.SMALL), null, null, null, null));
        Follower follower = Follower.of(Programs.of(Programs.phase(null, Programs.week(heavy, light))))
                .startsWith("squat", "100")
                .startsWith("squat-light", "70")
                .trains(3);

        assertThat(follower.prescribed("squat-light")).isEqualTo("3 × 72.5");
        assertThat(follower.trains(1).prescribed("squat")).isEqualTo("5 × 105");
    }

    private static String kilograms(double weight) {
        return BigDecimal.valueOf(weight).stripTrailingZeros().toPlainString();
    }
}

package app.primaryassistant.programs.entity.progression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import app.primaryassistant.workouts.entity.WeightUnit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.BigRange;
import org.junit.jupiter.api.Test;

/** What holds of every rule, whatever was done. */
@PropertyDefaults(tries = 500, edgeCases = EdgeCasesMode.NONE)
class RulePropertiesTest {

    private static final BigDecimal TWO = new BigDecimal(2);

    /** A rule with what was done under it. */
    record Case(Rule rule, LiftHistory history, Loading loading) {

        Prescription next() {
            return rule.next(history, loading);
        }

        Attempt last() {
            return Attempt.of(history.sessions().getLast(), rule.goalSets());
        }

        boolean hasFailed() {
            return last().fewestReps() < rule.goalReps();
        }
    }

    @Property
    void noWeightIsNegative(@ForAll("cases") Case tried) {
        assertThat(weights(tried.next()))
                .allSatisfy(weight -> assertThat(weight).isNotNegative());
    }

    @Property
    void theSameHistoryGivesTheSameAnswer(@ForAll("cases") Case tried) {
        LiftHistory copy = new LiftHistory(
                tried.history().start(),
                tried.history().trainingMax(),
                new ArrayList<>(tried.history().sessions()),
                tried.history().round());

        assertThat(tried.rule().next(copy, tried.loading())).isEqualTo(tried.next());
    }

    @Property
    void nothingGetsHeavierAfterAFailure(@ForAll("cases") Case tried) {
        if (tried.hasFailed() && !(tried.rule() instanceof PercentOfTrainingMax)) {
            assertThat(weights(tried.next()))
                    .allSatisfy(weight ->
                            assertThat(weight).isLessThanOrEqualTo(tried.last().weight()));
        }
    }

    @Property
    void noTrainingMaxGetsHeavierAfterARoundThatFailed(@ForAll("percentages") Case tried) {
        Prescription failed = tried.next();
        List<LiftSession> sessions = new ArrayList<>(tried.history().sessions());
        sessions.add(
                new LiftSession(tried.rule(), tried.history().round(), List.of(new DoneSet(BigDecimal.ZERO, 0, null))));
        LiftHistory after = new LiftHistory(
                null, tried.history().trainingMax(), sessions, tried.history().round() + 1);

        List<BigDecimal> later = weights(tried.rule().next(after, tried.loading()));

        for (int i = 0; i < later.size(); i++) {
            assertThat(later.get(i)).isLessThanOrEqualTo(weights(failed).get(i));
        }
    }

    @Property
    void whatIsNotTheWeightOfLastTimeCanBeLoaded(@ForAll("cases") Case tried) {
        BigDecimal step = tried.loading().step();
        assertThat(weights(tried.next()))
                .allSatisfy(weight -> assertThat(weight.compareTo(tried.last().weight()) == 0
                                || weight.remainder(step).signum() == 0)
                        .isTrue());
    }

    @Property
    void aHeavierTargetIsHeavierAndALighterOneLighter(@ForAll("cases") Case tried) {
        Prescription next = tried.next();
        if (tried.rule() instanceof PercentOfTrainingMax) {
            return;
        }
        assertThat(weights(next)).allSatisfy(weight -> {
            int difference = weight.compareTo(tried.last().weight());
            switch (next.change()) {
                case HEAVIER -> assertThat(difference).isPositive();
                case SAME, MORE_REPS -> assertThat(difference).isZero();
                case LIGHTER -> assertThat(difference).isNegative();
                case SETBACK -> assertThat(difference).isLessThanOrEqualTo(0);
                default -> throw new AssertionError(next);
            }
        });
    }

    @Property
    void theUnitIsOnlyAName(@ForAll("cases") Case tried) {
        Loading other = new Loading(
                tried.loading().unit() == WeightUnit.POUND ? WeightUnit.KILOGRAM : WeightUnit.POUND,
                tried.loading().step());

        assertThat(tried.rule().next(tried.history(), other).targets())
                .isEqualTo(tried.next().targets());
    }

    @Property
    void twiceTheWeightsGiveTwiceTheTargets(@ForAll("cases") Case tried) {
        Rule rule = scaled(tried.rule());
        List<LiftSession> sessions = tried.history().sessions().stream()
                .map(session -> new LiftSession(
                        rule,
                        session.round(),
                        session.sets().stream()
                                .map(set -> new DoneSet(set.weight().multiply(TWO), set.reps(), set.rpe()))
                                .toList()))
                .toList();
        BigDecimal max = tried.history().trainingMax();
        LiftHistory history = new LiftHistory(
                null,
                max == null ? null : max.multiply(TWO),
                sessions,
                tried.history().round());
        Loading loading =
                new Loading(tried.loading().unit(), tried.loading().step().multiply(TWO));

        List<BigDecimal> twice = weights(rule.next(history, loading));

        List<BigDecimal> once = weights(tried.next());
        for (int i = 0; i < once.size(); i++) {
            assertThat(twice.get(i)).isEqualByComparingTo(once.get(i).multiply(TWO));
        }
    }

    @Property
    void roundingMovesAWeightByLessThanAStep(
            @ForAll @BigRange(min = "0", max = "1000") BigDecimal weight, @ForAll("loadings") Loading loading) {
        assertThat(weight.subtract(loading.down(weight))).isBetween(BigDecimal.ZERO, loading.step());
        assertThat(weight.subtract(loading.down(weight))).isNotEqualByComparingTo(loading.step());
        assertThat(loading.nearest(weight).subtract(weight).abs().multiply(TWO)).isLessThanOrEqualTo(loading.step());
        assertThat(loading.down(loading.nearest(weight))).isEqualByComparingTo(loading.nearest(weight));
    }

    @Test
    void nothingWeighsLessThanNothing() {
        assertThat(Training.KILOGRAMS.down(new BigDecimal("-1"))).isZero();
        assertThat(Training.KILOGRAMS.nearest(new BigDecimal("-10"))).isZero();
        assertThatIllegalArgumentException().isThrownBy(() -> new Loading(WeightUnit.POUND, BigDecimal.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> new LiftSession(new Fixed(1, 1, null), 1, List.of()));
    }

    private static List<BigDecimal> weights(Prescription prescription) {
        return prescription.targets().stream()
                .flatMap(target -> Stream.ofNullable(target.weight()))
                .toList();
    }

    private static Rule scaled(Rule rule) {
        return switch (rule) {
            case Linear linear ->
                new Linear(
                        linear.sets(),
                        linear.reps(),
                        linear.amrap(),
                        twice(linear.increase()),
                        linear.maxRpe(),
                        linear.setback());
            case DoubleProgression range ->
                new DoubleProgression(
                        range.sets(),
                        range.low(),
                        range.high(),
                        twice(range.increase()),
                        range.maxRpe(),
                        range.setback());
            case PercentOfTrainingMax max -> new PercentOfTrainingMax(max.sets(), twice(max.increase()), max.setback());
            case Fixed fixed -> fixed;
            case ByRpe rpe -> rpe;
        };
    }

    private static Amount twice(Amount amount) {
        return new Amount(amount.kg().multiply(TWO), amount.lb().multiply(TWO));
    }

    @Provide
    Arbitrary<Case> cases() {
        return casesOf(rules());
    }

    private Arbitrary<Case> casesOf(Arbitrary<Rule> rules) {
        return rules.flatMap(rule -> Combinators.combine(sessions(rule), loadings(), maxima())
                .as((sessions, loading, max) -> new Case(
                        rule,
                        new LiftHistory(null, max, sessions, sessions.getLast().round() + 1),
                        loading)));
    }

    @Provide
    Arbitrary<Case> percentages() {
        return casesOf(ofTrainingMax());
    }

    @Provide
    Arbitrary<Loading> loadings() {
        return Combinators.combine(
                        Arbitraries.of(WeightUnit.values()),
                        Arbitraries.of("0.5", "1", "1.25", "2", "2.5", "5").map(BigDecimal::new))
                .as(Loading::new);
    }

    private static Arbitrary<BigDecimal> maxima() {
        return Arbitraries.bigDecimals()
                .between(new BigDecimal(20), new BigDecimal(300))
                .ofScale(1);
    }

    private static Arbitrary<Rule> rules() {
        Arbitrary<Integer> sets = Arbitraries.integers().between(1, 5);
        Arbitrary<Integer> reps = Arbitraries.integers().between(1, 10);
        Arbitrary<Setback> setbacks = setbacks();
        Arbitrary<Amount> amounts = amounts();
        Arbitrary<BigDecimal> rpe = efforts();
        Arbitrary<Rule> linear = Combinators.combine(
                        sets, reps, amounts, rpe.injectNull(0.5), setbacks, Arbitraries.of(true, false))
                .as((n, goal, by, most, setback, amrap) -> new Linear(n, goal, amrap, by, most, setback));
        Arbitrary<Integer> span = Arbitraries.integers().between(1, 4);
        Arbitrary<Rule> range = Combinators.combine(sets, reps, span, amounts, rpe.injectNull(0.5), setbacks)
                .as((n, low, more, by, most, setback) -> new DoubleProgression(n, low, low + more, by, most, setback));
        Arbitrary<Rule> fixed = Combinators.combine(sets, reps).as((n, goal) -> new Fixed(n, goal, null));
        Arbitrary<Rule> byRpe = Combinators.combine(
                        sets, reps, rpe, Arbitraries.integers().between(1, 20))
                .as(ByRpe::new);
        return Arbitraries.oneOf(List.of(linear, range, fixed, byRpe, ofTrainingMax()));
    }

    private static Arbitrary<Rule> ofTrainingMax() {
        return Combinators.combine(
                        Arbitraries.integers().between(40, 100),
                        Arbitraries.integers().between(1, 10),
                        amounts(),
                        setbacks())
                .as((percent, goal, by, setback) -> new PercentOfTrainingMax(
                        List.of(
                                new PercentOfTrainingMax.Step(percent - 10, goal, false),
                                new PercentOfTrainingMax.Step(percent, goal, true)),
                        by,
                        setback));
    }

    private static Arbitrary<Setback> setbacks() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 4),
                        Arbitraries.integers().between(5, 20))
                .as(Setback::new);
    }

    private static Arbitrary<Amount> amounts() {
        return Arbitraries.of("0.5", "1", "2.5", "5").map(BigDecimal::new).map(by -> new Amount(by, by));
    }

    private static Arbitrary<BigDecimal> efforts() {
        return Arbitraries.integers().between(10, 20).map(halves -> BigDecimal.valueOf(halves * 5L, 1));
    }

    /** Up to eight sessions in ascending rounds, with weights that repeat often, as they do in life. */
    private static Arbitrary<List<LiftSession>> sessions(Rule rule) {
        Arbitrary<DoneSet> sets = Combinators.combine(
                        Arbitraries.of("0", "1.25", "40", "42.5", "60", "61.3", "100", "185")
                                .map(BigDecimal::new),
                        Arbitraries.integers().between(0, 14),
                        efforts().injectNull(0.4))
                .as(DoneSet::new);
        Arbitrary<List<DoneSet>> equal = Combinators.combine(
                        sets, Arbitraries.integers().between(1, 6))
                .as((set, times) -> Collections.nCopies(times, set));
        return Arbitraries.oneOf(List.of(sets.list().ofMinSize(1).ofMaxSize(6), equal))
                .list()
                .ofMinSize(1)
                .ofMaxSize(8)
                .map(all -> {
                    List<LiftSession> sessions = new ArrayList<>();
                    for (int i = 0; i < all.size(); i++) {
                        sessions.add(new LiftSession(rule, 1 + i / 2, all.get(i)));
                    }
                    return sessions;
                });
    }
}

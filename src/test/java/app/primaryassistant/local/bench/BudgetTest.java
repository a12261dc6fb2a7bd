package app.primaryassistant.local.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class BudgetTest {

    private static final Budget BUDGET = Budget.of("ratio 0.5, server 900");

    @Test
    void aRoundWithinItMissesNothing() {
        assertThat(BUDGET.misses(round(500, 6, 900, OptionalDouble.of(1000)))).isEmpty();
    }

    @Test
    void whatIsMissedIsNamed() {
        assertThat(BUDGET.misses(round(499, 6.1, 901, OptionalDouble.of(1000))))
                .containsExactly("ratio < 0.5", "server > 900 µs", "p99 > 6 × p50");
    }

    @Test
    void withoutAFloorThereIsNoRatioToMiss() {
        assertThat(BUDGET.misses(round(1, 1, 1, OptionalDouble.empty()))).isEmpty();
    }

    @Test
    void withoutABudgetOnlyTheSlowestCount() {
        assertThat(Budget.of("").misses(round(1, 7, 10_000, OptionalDouble.of(1000))))
                .containsExactly("p99 > 6 × p50");
    }

    /** One whose median takes a millisecond. */
    private static Round round(double perSecond, double p99Millis, double serverMicros, OptionalDouble floor) {
        return new Round(
                new Sample(perSecond, 1, p99Millis, p99Millis, 0, serverMicros, 0, 0, 0), floor, Optional.empty());
    }
}

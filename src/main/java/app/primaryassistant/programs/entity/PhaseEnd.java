package app.primaryassistant.programs.entity;

import app.primaryassistant.programs.entity.progression.LiftHistory;
import app.primaryassistant.programs.entity.progression.Loading;
import jakarta.json.bind.annotation.JsonbSubtype;
import jakarta.json.bind.annotation.JsonbTypeInfo;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** When a phase is over. It is asked at the end of each round, for nobody should change their training in mid-week. */
@JsonbTypeInfo(
        key = "gate",
        value = {
            @JsonbSubtype(alias = "rounds", type = PhaseEnd.Rounds.class),
            @JsonbSubtype(alias = "stalled", type = PhaseEnd.Stalled.class),
            @JsonbSubtype(alias = "reached", type = PhaseEnd.Reached.class)
        })
public sealed interface PhaseEnd {

    /** More than anybody trains. */
    int MOST_ROUNDS = 500;

    /** Whether the phase is over after a round. */
    boolean ends(End end);

    /**
     * The end of a round.
     *
     * @param last the place of its last session
     * @param histories what was done, by lift
     */
    record End(Place last, Map<String, LiftHistory> histories, Loading loading) {

        private boolean isLatest(@Nullable Integer atMost) {
            return last.round() >= (atMost == null ? MOST_ROUNDS : atMost);
        }
    }

    /** After so many rounds. */
    record Rounds(@Min(1) @Max(MOST_ROUNDS) int rounds) implements PhaseEnd {
        @Override
        public boolean ends(End end) {
            return end.last().round() >= rounds;
        }
    }

    /**
     * Once so many lifts were set back so many times within the phase.
     *
     * @param atMost the rounds after which it is over anyhow
     */
    record Stalled(
            @Min(1) @Max(20) int lifts,
            @Min(1) @Max(10) int setbacks,
            @Nullable @Min(1) @Max(MOST_ROUNDS) Integer atMost)
            implements PhaseEnd {
        @Override
        public boolean ends(End end) {
            long stalled = end.histories().values().stream()
                    .filter(history -> history.setbacksSince(end.last().firstRoundOfPhase(), end.loading()) >= setbacks)
                    .count();
            return stalled >= lifts || end.isLatest(atMost);
        }
    }

    /**
     * Once a lift has reached its repetitions with a weight.
     *
     * @param kg the weight for who loads kilograms
     * @param lb the weight for who loads pounds
     * @param atMost the rounds after which it is over anyhow
     */
    record Reached(
            @NotNull String lift,
            @NotNull @DecimalMin("0") @DecimalMax("1000") BigDecimal kg,
            @NotNull @DecimalMin("0") @DecimalMax("2000") BigDecimal lb,
            @Nullable @Min(1) @Max(MOST_ROUNDS) Integer atMost)
            implements PhaseEnd {
        @Override
        public boolean ends(End end) {
            LiftHistory history = end.histories().get(lift);
            return (history != null && history.hasReached(end.loading().in(kg, lb))) || end.isLatest(atMost);
        }
    }
}

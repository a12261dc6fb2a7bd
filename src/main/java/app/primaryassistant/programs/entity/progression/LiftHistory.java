package app.primaryassistant.programs.entity.progression;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a rule knows of a lift.
 *
 * @param start the starting weight
 * @param trainingMax the training max at the start
 * @param sessions oldest first, without those of lighter weeks
 * @param round the pass through a phase's weeks that the next session belongs to
 */
public record LiftHistory(
        @Nullable BigDecimal start, @Nullable BigDecimal trainingMax, List<LiftSession> sessions, int round) {

    public LiftHistory {
        sessions = List.copyOf(sessions);
    }

    Optional<BigDecimal> startingWeight() {
        return Optional.ofNullable(start);
    }

    Optional<LiftSession> latest() {
        return sessions.isEmpty() ? Optional.empty() : Optional.of(sessions.getLast());
    }

    /** The latest sessions, newest first, as long as they were prescribed by this very rule. */
    List<LiftSession> under(Rule rule) {
        return sessions.reversed().stream()
                .takeWhile(session -> session.rule().equals(rule))
                .toList();
    }

    /** How many of the sessions from a round on began with a setback. */
    public long setbacksSince(int firstRound, Loading loading) {
        long setbacks = 0;
        for (int i = 0; i < sessions.size(); i++) {
            LiftSession session = sessions.get(i);
            LiftHistory before = new LiftHistory(start, trainingMax, sessions.subList(0, i), session.round());
            if (session.round() >= firstRound
                    && session.rule().next(before, loading).change() == Prescription.Change.SETBACK) {
                setbacks++;
            }
        }
        return setbacks;
    }

    /** Whether any session reached its goal at a weight or a heavier one. */
    public boolean hasReached(BigDecimal weight) {
        return sessions.stream().anyMatch(session -> {
            Attempt attempt = Attempt.of(session, session.rule().goalSets());
            return attempt.fewestReps() >= session.rule().goalReps()
                    && attempt.weight().compareTo(weight) >= 0;
        });
    }
}

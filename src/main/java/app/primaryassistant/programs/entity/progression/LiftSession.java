package app.primaryassistant.programs.entity.progression;

import java.util.List;

/**
 * What was done of a lift in one session, warm-ups and drop sets left out.
 *
 * @param rule the rule by which the session was prescribed
 * @param round equal for sessions of the same pass through a phase's weeks, and greater for later ones
 * @param sets in the order they were done; not empty
 */
public record LiftSession(Rule rule, int round, List<DoneSet> sets) {

    public LiftSession {
        sets = List.copyOf(sets);
        if (sets.isEmpty()) {
            throw new IllegalArgumentException("What was not done is no session");
        }
    }
}

package app.primaryassistant.programs.entity.progression;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A set that was done.
 *
 * @param weight in the unit of the {@link Loading}; 0 with nothing but one's own body
 * @param reps repetitions, or 0 where it was timed
 * @param rpe rating of perceived exertion: 10 less the repetitions in reserve, which are believed where both were recorded
 */
public record DoneSet(BigDecimal weight, int reps, @Nullable BigDecimal rpe) {}

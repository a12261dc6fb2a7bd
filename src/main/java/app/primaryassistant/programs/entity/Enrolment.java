package app.primaryassistant.programs.entity;

import app.primaryassistant.platform.vocabulary.Keyed;
import app.primaryassistant.programs.entity.progression.Loading;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

/**
 * Somebody's following of a program.
 *
 * @param program as it was when it was begun
 * @param weekdays by ISO 8601, from 1 for Monday
 * @param starts what lifts begin with, in the unit of the loading
 */
public record Enrolment(
        UUID id,
        UUID programId,
        Program program,
        LocalDate startOn,
        Set<Integer> weekdays,
        Loading loading,
        List<Start> starts,
        State state,
        int version) {

    /** Whether it is being followed. */
    public enum State implements Keyed {
        ACTIVE,
        PAUSED,
        ENDED;

        @Override
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The same with other weekdays, plates and starting weights. The unit stays: what was done is in it. */
    public Enrolment with(Set<Integer> newWeekdays, BigDecimal step, List<Start> newStarts) {
        return new Enrolment(
                id,
                programId,
                program,
                startOn,
                newWeekdays,
                new Loading(loading.unit(), step),
                newStarts,
                state,
                version);
    }
}

package app.primaryassistant.programs.boundary;

import app.primaryassistant.programs.control.EnrolmentRepository.Listed;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One of the programs that somebody follows or has followed, in a list.
 *
 * @param programName as it was when it was begun
 * @param state {@code active}, {@code paused} or {@code ended}
 * @param lastOn the day of the last session that was finished
 * @param done how many sessions were finished
 * @param skipped how many were left out
 */
public record EnrolmentSummary(
        UUID id,
        UUID programId,
        String programName,
        LocalDate startOn,
        @Nullable LocalDate lastOn,
        String state,
        int done,
        int skipped) {

    static EnrolmentSummary from(Listed listed) {
        return new EnrolmentSummary(
                listed.id(),
                listed.programId(),
                listed.programName(),
                listed.startOn(),
                listed.lastOn(),
                listed.state().key(),
                listed.done(),
                listed.skipped());
    }
}

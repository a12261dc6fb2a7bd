package app.primaryassistant.programs.boundary;

import app.primaryassistant.platform.figure.Decimals;
import app.primaryassistant.platform.http.Versioned;
import app.primaryassistant.programs.entity.Enrolment;
import app.primaryassistant.programs.entity.Start;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A program that somebody follows.
 *
 * @param state {@code active}, {@code paused} or {@code ended}
 */
public record EnrolmentView(
        UUID id,
        UUID programId,
        String programName,
        LocalDate startOn,
        List<Integer> daysOfWeek,
        String unit,
        BigDecimal step,
        List<Start> starts,
        String state,
        int version)
        implements Versioned {

    static EnrolmentView from(Enrolment enrolment) {
        return new EnrolmentView(
                enrolment.id(),
                enrolment.programId(),
                enrolment.program().name(),
                enrolment.startOn(),
                List.copyOf(enrolment.weekdays()),
                enrolment.loading().unit().key(),
                Decimals.plain(enrolment.loading().step()),
                enrolment.starts(),
                enrolment.state().key(),
                enrolment.version());
    }
}

package app.primaryassistant.metrics.boundary;

import app.primaryassistant.metrics.control.Moment;
import app.primaryassistant.platform.problem.Problem;
import app.primaryassistant.platform.problem.Violation;
import app.primaryassistant.platform.security.Caller;
import app.primaryassistant.platform.time.ServerTime;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Fills in what a request leaves out of its moment: now, and the zone of the account. */
final class Moments {

    private Moments() {}

    static Moment of(
            LocalDate localDate, @Nullable Instant recordedAt, @Nullable String zone, Clock clock, Caller caller) {
        Instant at = recordedAt == null ? clock.instant() : ServerTime.atMostNow(recordedAt, clock);
        if (localDate.isAfter(LocalDate.ofInstant(at, ZoneOffset.UTC).plusDays(1))) {
            throw Problem.invalid(Violation.body("recordedAt", "must not be before the day it was measured on"));
        }
        return new Moment(localDate, at, zone == null ? caller.zone().getId() : zone);
    }
}

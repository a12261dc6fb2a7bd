package app.primaryassistant.metrics.control;

import java.time.Instant;
import java.time.LocalDate;

/** When something was: the civil day it counts for, the instant, and the zone it was made in. */
public record Moment(LocalDate localDate, Instant recordedAt, String zone) {}

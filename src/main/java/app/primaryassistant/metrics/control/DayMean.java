package app.primaryassistant.metrics.control;

import java.math.BigDecimal;
import java.time.LocalDate;

/** The mean of a metric's values on one day, in its canonical unit. Whoever measures often weighs no more for it. */
public record DayMean(LocalDate date, BigDecimal value, int count) {}

package app.primaryassistant.metrics.control;

import java.math.BigDecimal;

/** A value that a day has already, canonical and as it was entered. */
public record PreviousValue(String metric, BigDecimal value, BigDecimal enteredValue, String enteredUnit) {}

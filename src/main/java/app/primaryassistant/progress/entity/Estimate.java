package app.primaryassistant.progress.entity;

import java.math.BigDecimal;

/** An estimated one-repetition maximum with its 95 % interval, in kilograms. */
public record Estimate(BigDecimal value, BigDecimal low, BigDecimal high) {}

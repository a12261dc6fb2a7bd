package app.primaryassistant.load.boundary;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/** How many sessions a week somebody means to do; more than two a day are no plan. */
public record GoalChange(@NotNull @Min(1) @Max(14) Integer sessionsPerWeek) {}

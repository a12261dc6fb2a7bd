package app.primaryassistant.progress.entity;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What a muscle was given in one week.
 *
 * @param week its Monday
 * @param sets hard sets, those that train the muscle as a secondary one counted by their share
 * @param withoutReserve those of them whose reserve nobody recorded
 * @param volume kilograms × repetitions by the same shares
 */
public record MuscleWeek(
        LocalDate week, String muscle, BigDecimal sets, BigDecimal withoutReserve, BigDecimal volume) {}

package app.primaryassistant.progress.entity;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A workout in which somebody surpassed all that they had done of an exercise before. The first time that an exercise is
 * done breaks no record: there was none.
 *
 * @param previous what it surpassed
 */
public record BrokenRecord(
        UUID exercise,
        String exerciseName,
        RecordKind kind,
        BigDecimal value,
        BigDecimal previous,
        LocalDate on,
        UUID workout) {}

package app.primaryassistant.progress.entity;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * The sets of an exercise in one workout that had the same repetitions and reserve, warm-ups left out.
 *
 * @param best the heaviest of them; a set without weight has zero
 * @param sets how many there were
 * @param volume kilograms × repetitions of all of them; zero where nobody said what was lifted
 */
public record Performance(UUID workout, LocalDate date, LiftedSet best, int sets, BigDecimal volume) {

    /** Kilograms × repetitions of the heaviest set, if it is known what it lifted. */
    public Optional<BigDecimal> bestSetVolume() {
        return best.load().map(load -> load.multiply(BigDecimal.valueOf(best.reps())));
    }

    public boolean isWithoutBodyWeight() {
        return best.load().isEmpty();
    }
}

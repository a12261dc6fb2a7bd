package app.primaryassistant.strength.control;

import app.primaryassistant.support.TrainingHistory;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** No question about strength reads a whole table of everybody's training. */
class StrengthPlansIT {

    private final TrainingHistory history = TrainingHistory.filled();

    @Test
    void progress() throws SQLException {
        history.assertReadsByIndex(ProgressRepository.PROGRESS, history.exercise(), "2026-01-01");
    }

    @Test
    void recordsOfAYear() throws SQLException {
        history.assertReadsByIndex(
                RecordRepository.SINCE,
                "2025-01-01",
                "2026-01-01",
                RecordRepository.REPETITIONS,
                RecordRepository.MULTIPLES,
                OneRepetitionMaximum.MOST_IN_RESERVE);
    }

    @Test
    void recordsOfAWorkout() throws SQLException {
        history.assertReadsByIndex(
                RecordRepository.OF_WORKOUT,
                history.workout(),
                "",
                RecordRepository.REPETITIONS,
                RecordRepository.MULTIPLES,
                OneRepetitionMaximum.MOST_IN_RESERVE);
    }

    @Test
    void musclesOfTenYears() throws SQLException {
        history.assertReadsByIndex(
                MuscleRepository.WEEKS,
                "2016-01-04",
                "2026-01-01",
                HardSets.MOST_IN_RESERVE,
                HardSets.SHARE_OF_A_SECONDARY_MUSCLE);
    }
}

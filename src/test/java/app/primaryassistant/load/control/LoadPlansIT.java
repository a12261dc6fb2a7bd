package app.primaryassistant.load.control;

import app.primaryassistant.support.TrainingHistory;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** No question about load reads a whole table of everybody's training. */
class LoadPlansIT {

    private final TrainingHistory history = TrainingHistory.filled();

    @Test
    void loadOfTenYears() throws SQLException {
        history.assertReadsByIndex(LoadRepository.DAYS, "2016-01-01", "2026-01-01");
    }

    @Test
    void weeksOfTenYears() throws SQLException {
        history.assertReadsByIndex(AttendanceRepository.WEEKS, "2026-01-01", AttendanceRepository.USUAL_GOAL, "2016-01-01");
    }
}

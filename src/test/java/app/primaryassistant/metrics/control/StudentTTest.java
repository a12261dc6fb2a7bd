package app.primaryassistant.metrics.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StudentTTest {

    /** NIST/SEMATECH e-Handbook of Statistical Methods, table of critical values of Student's t, column 0.975. */
    @ParameterizedTest
    @CsvSource({"1, 12.706", "2, 4.303", "10, 2.228", "30, 2.042", "100, 1.984"})
    void marginIsThePublishedCriticalValue(double degreesOfFreedom, double critical) {
        assertThat(StudentT.margin(degreesOfFreedom)).isCloseTo(critical, within(0.0005));
    }
}

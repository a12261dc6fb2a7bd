package app.primaryassistant.platform.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecimalsTest {

    @ParameterizedTest
    @CsvSource({
        "2.345, 2, 2.35",
        "-2.345, 2, -2.35",
        "2.344, 2, 2.34",
        "0.5, 0, 1",
        "80, 6, 80",
        "1200, 0, 1200",
        "0, 3, 0"
    })
    void roundsHalvesAwayFromZeroAsPostgresDoes(double number, int decimals, String rounded) {
        assertThat(Decimals.round(number, decimals)).hasToString(rounded);
    }

    @ParameterizedTest
    @CsvSource({"80.000000, 80", "8E+1, 80", "82.400, 82.4", "0.000000, 0", "-1200.50, -1200.5"})
    void leavesOutTrailingZerosAndExponents(String number, String plain) {
        assertThat(Decimals.plain(new BigDecimal(number))).hasToString(plain);
    }

    @Test
    void refusesWhatIsNoNumber() {
        assertThatThrownBy(() -> Decimals.round(Double.NaN, 1)).isInstanceOf(NumberFormatException.class);
    }
}

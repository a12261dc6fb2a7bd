package app.primaryassistant.accounts.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PasswordsTest {

    @ParameterizedTest
    @CsvSource({
        "1, 160, 1",
        "2, 160, 1",
        "16, 160, 1",
        "4, 512, 2",
        "16, 512, 3",
        "16, 4096, 8",
    })
    void hashesAsManyAtOnceAsProcessorsAndHeapAllow(int processors, long heapMegabytes, int atOnce) {
        assertThat(Passwords.atOnce(processors, heapMegabytes << 20)).isEqualTo(atOnce);
    }
}

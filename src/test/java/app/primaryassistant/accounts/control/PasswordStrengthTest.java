package app.primaryassistant.accounts.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordStrengthTest {

    private static final List<String> NAMES = List.of("anna.mueller", "Annie");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "password1234         | a common password",
                "Password1234!        | a common password",
                "p4$$w0rd1234         | a common password",
                "qwertyuiop12         | a common password",
                "letmein12345         | a common password",
                "abcdefghijkl         | a sequence such as",
                "111111111111         | a sequence such as",
                "monkeymonkeymonkey   | repeats itself",
                "cvbnm,cvbnm,         | repeats itself",
                "19850412198504       | a date",
                "Summer2026!!         | a common password",
                "mueller-anna-1       | your name",
                "my anna.mueller pass | your name",
                "primary assistant    | this program's",
                "christopherrobin     | common names",
                "correcthorse         | common words",
            })
    void saysWhatIsEasyToGuess(String password, String reason) {
        assertThat(PasswordStrength.weakness(password, NAMES))
                .hasValueSatisfying(said -> assertThat(said).contains(reason));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "correct horse battery",
                "three years of data",
                "a staple in the wall",
                "a different long one",
                "Xk7#qPz2vLm9",
                "Grüße aus dem Schwarzwald",
            })
    void takesAFewWordsAndRandomCharacters(String password) {
        assertThat(PasswordStrength.weakness(password, NAMES)).isEmpty();
    }

    @Test
    void aShortNameMayBePartOfAWord() {
        assertThat(PasswordStrength.weakness("always correct battery", Set.of("al")))
                .isEmpty();
    }
}

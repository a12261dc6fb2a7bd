package app.primaryassistant.accounts.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Argon2idTest {

    private final Argon2id argon2id = new Argon2id(1);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "correct horse battery     | $argon2id$v=19$m=19456,t=2,p=1$4VaKGElXjn8sgeMmH1PVcw$tfgz7QD3tlO1bqxEeQeQ9bqcfzoAhBFjD1vwQtmatXM",
                "Grüße, 東京 😀 dreizehn | $argon2id$v=19$m=19456,t=2,p=1$DeMEUbv2e4nal5w9PTx3Kg$CJl8olQKK2ngB7iUfbYR42LArnzlPlYMktK6STBwK2c",
            })
    void knowsHashesThatAnotherLibraryMade(String password, String hash) {
        assertThat(argon2id.matches(password, hash)).isTrue();
        assertThat(argon2id.matches(password + ".", hash)).isFalse();
    }

    @Test
    void hashesTheSamePasswordDifferentlyEachTime() {
        String first = argon2id.hash("correct horse battery");
        String second = argon2id.hash("correct horse battery");

        assertThat(first).startsWith("$argon2id$v=19$m=19456,t=2,p=1$").isNotEqualTo(second);
        assertThat(argon2id.matches("correct horse battery", first)).isTrue();
        assertThat(argon2id.matches("correct horse battery", second)).isTrue();
    }

    /** RFC 9106 recommends more memory; a hash says itself what it was made with. */
    @Test
    void readsTheParametersFromTheHash() {
        String other = "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";

        assertThat(argon2id.matches("password", other)).isTrue();
        assertThat(argon2id.matches("passwort", other)).isFalse();
    }

    @Test
    void refusesWhatIsNoHash() {
        assertThatIllegalArgumentException().isThrownBy(() -> argon2id.matches("password", "password"));
    }
}

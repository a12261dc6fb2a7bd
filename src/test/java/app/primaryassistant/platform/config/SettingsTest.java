package app.primaryassistant.platform.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    private static final String SECRET = "k3Zp-9vQ7mB2xT4wL8sN6r";

    @TempDir
    private Path directory;

    @Test
    void theVariableWinsOverTheDefault() {
        var settings = settings(Map.of("REGISTRATION", "open"), Map.of("REGISTRATION", "invite"));

        assertThat(settings.get("REGISTRATION")).isEqualTo("open");
    }

    @Test
    void withoutVariableOrFileItIsTheDefault() {
        assertThat(settings(Map.of("REGISTRATION", ""), Map.of("REGISTRATION", "invite"))
                        .get("REGISTRATION"))
                .isEqualTo("invite");
    }

    @Test
    void theDefaultsAreThoseThatAreShipped() {
        assertThat(Settings.of(Map.of()).get("DATABASE_USER")).isEqualTo("fitness_app");
    }

    @Test
    void aSettingCanBeEmptiedAlthoughItHasADefault() {
        var emptied = settings(Map.of("BACKUP_AT", ""), Map.of("BACKUP_AT", "02:30"));

        assertThat(emptied.isEmptied("BACKUP_AT")).isTrue();
        assertThat(settings(Map.of(), Map.of("BACKUP_AT", "02:30")).isEmptied("BACKUP_AT"))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "1", "Yes", "y", "ON"})
    void aFlagIsSetInSeveralWords(String value) {
        assertThat(settings(Map.of("BEHIND_PROXY", value), Map.of("BEHIND_PROXY", "false"))
                        .flag("BEHIND_PROXY"))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"false", "0", "no", "", "truth"})
    void anythingElseIsNoFlag(String value) {
        assertThat(settings(Map.of("BEHIND_PROXY", value), Map.of("BEHIND_PROXY", "false"))
                        .flag("BEHIND_PROXY"))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "\r\n", "\n\n"})
    void aFileGivesItsContentWithoutTheLineEnd(String end) throws IOException {
        var settings = settings(Map.of("DATABASE_PASSWORD_FILE", file(" a b " + end)), Map.of());

        assertThat(settings.get("DATABASE_PASSWORD")).isEqualTo(" a b ");
    }

    @Test
    void bothTheVariableAndTheFileAreTooMuch() throws IOException {
        var settings = settings(Map.of("DATABASE_PASSWORD", SECRET, "DATABASE_PASSWORD_FILE", file(SECRET)), Map.of());

        assertThatThrownBy(() -> settings.get("DATABASE_PASSWORD"))
                .isInstanceOf(InvalidSetting.class)
                .hasMessage("DATABASE_PASSWORD and DATABASE_PASSWORD_FILE are both set. Remove one of them.");
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        var settings = settings(Map.of("DATABASE_PASSWORD_FILE", "/run/secrets/nothing"), Map.of());

        assertThatThrownBy(() -> settings.get("DATABASE_PASSWORD"))
                .isInstanceOf(InvalidSetting.class)
                .hasMessage("DATABASE_PASSWORD_FILE points to /run/secrets/nothing, which does not exist.");
    }

    @Test
    void aFileThatCannotBeReadIsNamed() {
        var settings = settings(Map.of("DATABASE_PASSWORD_FILE", directory.toString()), Map.of());

        assertThatThrownBy(() -> settings.get("DATABASE_PASSWORD"))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining(directory.toString());
    }

    @Test
    void aMissingSecretIsNamedWithBothWaysToSetIt() {
        assertThatThrownBy(() -> settings(Map.of(), Map.of()).secret("DATABASE_PASSWORD"))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContainingAll("DATABASE_PASSWORD is not set", "DATABASE_PASSWORD_FILE", "assistant secret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"change-me", "changeme", "please-change-me-now", "CHANGE_ME", "<your password here>", "<secret>"
            })
    void aPlaceholderIsNoSecret(String placeholder) {
        assertThatThrownBy(() -> settings(Map.of("DATABASE_PASSWORD", placeholder), Map.of())
                        .secret("DATABASE_PASSWORD"))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining("DATABASE_PASSWORD")
                .hasMessageContaining("placeholder");
    }

    @Test
    void aSecretHasSixteenCharactersOrMore() {
        assertThat(settings(Map.of("X", "0123456789abcdef"), Map.of()).secret("X"))
                .hasSize(16);
        assertThatThrownBy(
                        () -> settings(Map.of("X", "0123456789abcde"), Map.of()).secret("X"))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining("X has fewer than 16 characters");
    }

    @Test
    void noMessageShowsTheValue() throws IOException {
        var settings = settings(Map.of("X", "hunter2", "Y", "hunter2", "Y_FILE", file("hunter2")), Map.of());

        assertThatThrownBy(() -> settings.secret("X")).message().doesNotContain("hunter2");
        assertThatThrownBy(() -> settings.secret("Y")).message().doesNotContain("hunter2");
        assertThatThrownBy(() -> settings.number("X", 1, 2)).message().doesNotContain("hunter2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "91", "-1", "a", "1.5", "9999999999"})
    void aNumberIsWithinItsBounds(String value) {
        assertThatThrownBy(() -> settings(Map.of("X", value), Map.of()).number("X", 1, 90))
                .isInstanceOf(InvalidSetting.class)
                .hasMessage("X must be a whole number from 1 to 90.");
    }

    @Test
    void theRunningProgramReadsTheSameFilesAndNoOthers() throws IOException {
        var source = new SettingsFromFiles(
                new Environment(Map.of(
                        "DATABASE_PASSWORD_FILE",
                        file(SECRET + "\n"),
                        "SSL_CERT_FILE",
                        file("x"),
                        "REGISTRATION",
                        "open")),
                new Defaults(Map.of("DATABASE_PASSWORD", "", "REGISTRATION", "invite")));

        assertThat(source.getValue("database.password")).isEqualTo(SECRET);
        assertThat(source.getValue("ssl.cert")).isNull();
        assertThat(source.getValue("registration")).isNull();
    }

    private String file(String content) throws IOException {
        return Files.writeString(Files.createTempFile(directory, "setting", null), content)
                .toString();
    }

    private static Settings settings(Map<String, String> environment, Map<String, String> defaults) {
        return new Settings(List.of(new Environment(environment), new Defaults(defaults)));
    }
}

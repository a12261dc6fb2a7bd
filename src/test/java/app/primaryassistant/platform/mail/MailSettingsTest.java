package app.primaryassistant.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.primaryassistant.platform.config.InvalidSetting;
import app.primaryassistant.platform.config.Settings;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The settings of e-mail, as a whole. */
class MailSettingsTest {

    private static final Map<String, String> GOOD = Map.of(
            "SMTP_HOST", "mail.example.org",
            "SMTP_USER", "assistant",
            "SMTP_PASSWORD", "a secret of the mail server",
            "SMTP_FROM", "assistant@example.org",
            "PUBLIC_URL", "https://health.example.org/");

    @Test
    void withoutAServerNoEmailIsSent() {
        assertThat(MailSettings.of(Settings.of(Map.of()))).isEmpty();
        assertThat(MailSettings.of(Settings.of(Map.of("PUBLIC_URL", "https://health.example.org"))))
                .isEmpty();
    }

    @Test
    void insistsOnEncryptionUnlessToldOtherwise() {
        MailSettings settings = MailSettings.of(Settings.of(GOOD)).orElseThrow();

        assertThat(settings.publicUrl()).isEqualTo("https://health.example.org");
        assertThat(settings.properties())
                .containsEntry("mail.smtp.port", "587")
                .containsEntry("mail.smtp.starttls.required", "true")
                .containsEntry("mail.smtp.ssl.checkserveridentity", "true");
    }

    @ParameterizedTest
    @CsvSource({
        "SMTP_FROM, ''",
        "SMTP_FROM, nobody",
        "PUBLIC_URL, ''",
        "PUBLIC_URL, health.example.org",
        "PUBLIC_URL, 'https://health.example.org/somewhere'",
        "PUBLIC_URL, 'https://health.example.org@evil.example'",
        "PUBLIC_URL, 'javascript:alert(1)'",
        "SMTP_TLS, perhaps",
        "SMTP_PORT, 0",
        "SMTP_PORT, mail",
        "SMTP_PASSWORD, ''",
    })
    void whatIsMissingOrWrongIsNamed(String name, String value) {
        Map<String, String> settings = new HashMap<>(GOOD);
        settings.put(name, value);

        assertThatThrownBy(() -> MailSettings.of(Settings.of(settings)))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining(name);
    }
}

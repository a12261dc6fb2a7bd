package app.primaryassistant.platform.mail;

import app.primaryassistant.platform.config.InvalidSetting;
import app.primaryassistant.platform.config.Settings;
import java.net.URI;
import java.util.Optional;
import java.util.Properties;

/**
 * How e-mail is sent.
 *
 * @param user whom to sign in as, with the password; empty where the server asks for neither
 * @param publicUrl what links begin with, without a slash at its end
 */
public record MailSettings(
        String host,
        int port,
        Optional<String> user,
        Optional<String> password,
        Encryption encryption,
        String from,
        String publicUrl) {

    private static final String PATIENCE_MILLISECONDS = "10000";

    /** How the connection to the server is kept private. */
    public enum Encryption {
        /** Begins in clear text and goes on encrypted, or not at all; the usual port is 587. */
        STARTTLS,
        /** Is encrypted from the first byte; the usual port is 465. */
        TLS,
        /** Is not: for a server on the same machine. */
        NONE
    }

    /**
     * Empty where no server is set.
     *
     * @throws InvalidSetting if one is set and something else is missing or wrong
     */
    public static Optional<MailSettings> of(Settings settings) {
        return settings.find("SMTP_HOST")
                .map(host -> new MailSettings(
                        host.strip(),
                        settings.number("SMTP_PORT", 1, 65_535),
                        settings.find("SMTP_USER"),
                        settings.find("SMTP_PASSWORD"),
                        encryption(settings.get("SMTP_TLS").strip()),
                        sender(settings.get("SMTP_FROM").strip()),
                        publicUrl(settings.get("PUBLIC_URL").strip())))
                .map(MailSettings::requireBothOrNeither);
    }

    private static Encryption encryption(String text) {
        return switch (text) {
            case "starttls" -> Encryption.STARTTLS;
            case "tls" -> Encryption.TLS;
            case "none" -> Encryption.NONE;
            default -> throw new InvalidSetting("SMTP_TLS must be starttls, tls or none.");
        };
    }

    private static String sender(String text) {
        // The commands check it too, and they have no Jakarta Mail to ask.
        if (!text.matches("[^\\s@<>,;\"]+@[^\\s@<>,;\"]+")) {
            throw new InvalidSetting("SMTP_FROM must be an e-mail address, such as assistant@example.org.");
        }
        return text;
    }

    private static String publicUrl(String text) {
        String address = text.replaceAll("/$", "");
        if (!address.matches("https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?|https?://\\[[0-9A-Fa-f:]+](:[0-9]{1,5})?")) {
            throw new InvalidSetting("PUBLIC_URL must be the URL at which people reach the program, such as"
                    + " https://health.example.org.");
        }
        return URI.create(address).toString();
    }

    private MailSettings requireBothOrNeither() {
        if (user.isPresent() != password.isPresent()) {
            throw new InvalidSetting("SMTP_USER and SMTP_PASSWORD must be set together or not at all.");
        }
        return this;
    }

    /** What Jakarta Mail needs to know. */
    Properties properties() {
        var properties = new Properties();
        properties.setProperty("mail.transport.protocol", "smtp");
        properties.setProperty("mail.smtp.host", host);
        properties.setProperty("mail.smtp.port", Integer.toString(port));
        properties.setProperty("mail.smtp.auth", Boolean.toString(user.isPresent()));
        properties.setProperty("mail.smtp.starttls.enable", Boolean.toString(encryption == Encryption.STARTTLS));
        properties.setProperty("mail.smtp.starttls.required", Boolean.toString(encryption == Encryption.STARTTLS));
        properties.setProperty("mail.smtp.ssl.enable", Boolean.toString(encryption == Encryption.TLS));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.setProperty("mail.smtp.connectiontimeout", PATIENCE_MILLISECONDS);
        properties.setProperty("mail.smtp.timeout", PATIENCE_MILLISECONDS);
        properties.setProperty("mail.smtp.writetimeout", PATIENCE_MILLISECONDS);
        return properties;
    }
}

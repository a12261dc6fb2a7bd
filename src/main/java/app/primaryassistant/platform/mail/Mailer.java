package app.primaryassistant.platform.mail;

import app.primaryassistant.platform.config.InvalidSetting;
import app.primaryassistant.platform.config.Settings;
import app.primaryassistant.platform.problem.Problem;
import app.primaryassistant.platform.problem.ProblemType;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Sends e-mail. What fails is said in the log and not tried again: whoever waits for it can ask once more. */
@ApplicationScoped
public class Mailer {

    private static final Logger LOG = Logger.getLogger(Mailer.class.getName());

    /** Work that waits or is being done. A slow mail server must not gather an endless queue. */
    private static final int MOST_AT_ONCE = 20;

    private static final Duration COME_BACK = Duration.ofMinutes(1);

    private final Semaphore places = new Semaphore(MOST_AT_ONCE);

    private Optional<MailSettings> settings = Optional.empty();

    @Resource
    private ManagedExecutorService executor;

    @Inject
    private Settings configured;

    @Inject
    private Clock clock;

    @PostConstruct
    void readSettings() {
        try {
            settings = MailSettings.of(configured);
        } catch (InvalidSetting wrong) {
            LOG.log(Level.WARNING, () -> "E-mail is off: " + wrong.getMessage());
        }
    }

    /** Whether e-mail can be sent here. */
    public boolean isSetUp() {
        return settings.isPresent();
    }

    /** The address of a page for an e-mail. Only where e-mail {@linkplain #isSetUp is set up}. */
    public String link(String path) {
        return settings.orElseThrow().publicUrl() + path;
    }

    /**
     * Does something that sends e-mail after the request was answered, so that the answer tells nothing by the time it takes.
     *
     * @throws Problem if there is too much to do already, whoever asks
     */
    public void later(Runnable work) {
        if (!places.tryAcquire()) {
            throw Problem.retryLater(ProblemType.UNAVAILABLE, COME_BACK);
        }
        executor.execute(() -> {
            try {
                work.run();
            } catch (RuntimeException failed) {
                LOG.log(Level.WARNING, "E-mail could not be prepared", failed);
            } finally {
                places.release();
            }
        });
    }

    /** Sends a plain text. Neither the address nor the text comes into the log. */
    public void send(String to, String subject, String text) {
        MailSettings how = settings.orElseThrow();
        try {
            var message = new MimeMessage(Session.getInstance(how.properties()));
            message.setFrom(new InternetAddress(how.from()));
            message.setRecipient(Message.RecipientType.TO, new InternetAddress(to));
            message.setSubject(subject, StandardCharsets.UTF_8.name());
            message.setText(text, StandardCharsets.UTF_8.name());
            message.setSentDate(Date.from(clock.instant()));
            // Out-of-office answers to it would reach nobody.
            message.setHeader("Auto-Submitted", "auto-generated");
            Transport.send(message, how.user().orElse(null), how.password().orElse(null));
        } catch (MessagingException failed) {
            // Its message may quote the address.
            LOG.log(
                    Level.WARNING,
                    () -> "E-mail could not be sent by SMTP_HOST: "
                            + failed.getClass().getSimpleName());
        }
    }
}

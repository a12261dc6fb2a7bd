package app.primaryassistant.support;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/** A mail server that takes what the program sends, for as long as it is open. */
public final class Mailbox implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final Pattern TOKEN =
            Pattern.compile(Pattern.quote(Application.PUBLIC_URL) + "(/\\S*[#=])([\\w-]{43})\\s");

    private final GreenMail server;

    private Mailbox(GreenMail server) {
        this.server = server;
    }

    public static Mailbox of(Application application) {
        var server = new GreenMail(new ServerSetup(application.mailPort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        return new Mailbox(server);
    }

    /** The texts for an address, in the order they came in, once there are this many. */
    public List<String> awaitTo(String address, int number) {
        return Awaitility.await().atMost(PATIENCE).until(() -> to(address), texts -> texts.size() >= number);
    }

    public List<String> to(String address) {
        return Arrays.stream(server.getReceivedMessages())
                .filter(message -> isTo(message, address))
                .map(Mailbox::text)
                .toList();
    }

    /** The secret of the link in a text, which must lead to where the operator says that the program is. */
    public static String token(String text) {
        return link(text).group(2);
    }

    /** The link without the place it leads to. */
    public static String path(String text) {
        return link(text).group(1) + link(text).group(2);
    }

    private static Matcher link(String text) {
        Matcher link = TOKEN.matcher(text);
        if (!link.find()) {
            throw new AssertionError("No link in:\n" + text);
        }
        return link;
    }

    private static boolean isTo(MimeMessage message, String address) {
        try {
            return Arrays.stream(message.getAllRecipients())
                    .anyMatch(recipient -> recipient.toString().equals(address));
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static String text(MimeMessage message) {
        try {
            return message.getSubject() + "\n\n" + message.getContent();
        } catch (MessagingException | IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    @Override
    public void close() {
        server.stop();
    }
}

package app.primaryassistant.accounts.control;

import app.primaryassistant.accounts.control.AccountLinkRepository.Holder;
import app.primaryassistant.accounts.control.AccountLinkRepository.Reachable;
import app.primaryassistant.accounts.control.AccountLinks.Issued;
import app.primaryassistant.platform.mail.Mailer;
import app.primaryassistant.platform.problem.Problem;
import app.primaryassistant.platform.problem.ProblemType;
import app.primaryassistant.platform.security.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.logging.Logger;

/**
 * The way back for whoever has forgotten their password.
 *
 * <p>A stranger who asks learns nothing: whether there is such an account is only looked up after the answer. The token stands
 * behind a {@code #}, so that it comes into no log and no {@code Referer}.
 */
@ApplicationScoped
public class Recovery {

    private static final Logger LOG = Logger.getLogger(Recovery.class.getName());

    @Inject
    private AccountLinks links;

    @Inject
    private Mailer mailer;

    /** Whether a link can be sent; else only an administrator can make one. */
    public boolean isByEmail() {
        return mailer.isSetUp();
    }

    /** @throws Problem if e-mail is not set up, or too many ask at once; never for what is asked for */
    public void ask(String nameOrEmail) {
        if (!mailer.isSetUp()) {
            throw Problem.of(
                    ProblemType.CONFLICT, "This server does not send e-mail. Ask the administrator for a link.");
        }
        mailer.later(() -> links.reachable(nameOrEmail)
                .forEach(known -> links.open(known.account()).ifPresent(issued -> sendLink(known, issued))));
    }

    private void sendLink(Reachable known, Issued issued) {
        mailer.send(known.email(), "Choose a new password", """
                Someone, probably you, asked for a new password for the Primary Assistant account "%s".

                Choose a new password here within an hour:
                %s

                If this was not you, ignore this e-mail: your password stays the same.
                """.formatted(
                        known.name(), mailer.link("/reset/#" + issued.token().text())));
    }

    /**
     * A link that an administrator passes on.
     *
     * @throws Problem if there is no such account, or it is locked
     */
    public Issued issue(UUID administrator, UUID account) {
        Issued issued = links.issueFor(account);
        LOG.info(() -> "Administrator " + administrator + " created a password reset link for account " + account);
        return issued;
    }

    /** @throws Problem if the link is no good */
    public Holder holder(Secret token) {
        return links.holder(token);
    }

    /**
     * Sets another password and tells the account's owner by e-mail, where there is an address.
     *
     * @throws Problem if the link is no good
     */
    public void complete(Secret token, Holder holder, String hash) {
        links.changePassword(token, hash);
        LOG.info(() -> "The password of account " + holder.account() + " was changed with a reset link");
        String email = holder.email();
        if (email != null && mailer.isSetUp()) {
            mailer.later(() -> mailer.send(email, "Your password was changed", """
                    The password of your Primary Assistant account "%s" was changed with a reset link. You are signed out everywhere,
                    and your API tokens no longer work.

                    If this was not you, tell whoever runs the server.
                    """.formatted(holder.name())));
        }
    }

    /**
     * Sends a link that confirms an address.
     *
     * @throws Problem if e-mail is not set up, or there were too many within the hour
     */
    public void askToConfirm(UUID owner, String name, String email) {
        if (!mailer.isSetUp()) {
            throw Problem.of(ProblemType.CONFLICT, "This server does not send e-mail.");
        }
        Issued issued = links.openForEmail(owner, email);
        mailer.later(() -> mailer.send(email, "Confirm your address", """
                To use this address for the Primary Assistant account "%s", sign in and open this link within a day:
                %s

                If you have no such account, ignore this e-mail.
                """.formatted(
                        name, mailer.link("/account/?confirm=" + issued.token().text()))));
    }

    /** @throws Problem if the link is no good */
    public void confirm(UUID owner, Secret token) {
        links.confirmEmail(owner, token).ifPresent(this::tellTheOldAddress);
    }

    public void removeEmail(UUID owner) {
        links.removeEmail(owner).ifPresent(this::tellTheOldAddress);
    }

    private void tellTheOldAddress(String old) {
        if (mailer.isSetUp()) {
            mailer.later(() -> mailer.send(old, "This address is no longer used", """
                    Your Primary Assistant account no longer uses this address. If you did not change this, choose a new
                    password now and tell whoever runs the server.
                    """));
        }
    }
}

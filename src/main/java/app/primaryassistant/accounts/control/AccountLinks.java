package app.primaryassistant.accounts.control;

import app.primaryassistant.accounts.control.AccountLinkRepository.Holder;
import app.primaryassistant.accounts.control.AccountLinkRepository.Reachable;
import app.primaryassistant.accounts.entity.Account;
import app.primaryassistant.platform.persistence.ActingAccount;
import app.primaryassistant.platform.persistence.RowLimit;
import app.primaryassistant.platform.problem.Problem;
import app.primaryassistant.platform.problem.ProblemType;
import app.primaryassistant.platform.problem.Violation;
import app.primaryassistant.platform.security.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The database's part of links by which people prove who they are; each method is one transaction, between hashing and sending. */
@ApplicationScoped
@Transactional
public class AccountLinks {

    /** How long a link for another password is good. */
    public static final Duration PASSWORD_LIFETIME = Duration.ofHours(1);

    static final Duration EMAIL_LIFETIME = Duration.ofHours(24);

    private static final int EMAIL_LINKS_AN_HOUR = 5;

    @Inject
    private AccountLinkRepository links;

    @Inject
    private AccountRepository accounts;

    @Inject
    private SignInRepository signIns;

    @Inject
    private ActingAccount actingAccount;

    @Inject
    private RowLimit rowLimit;

    @Inject
    private Clock clock;

    /** A link as only its holder knows it. */
    public record Issued(Secret token, Instant expiresAt) {}

    public List<Reachable> reachable(String nameOrEmail) {
        return links.reachable(nameOrEmail);
    }

    /** Empty where the account was sent enough within the hour. */
    public Optional<Issued> open(UUID account) {
        Instant now = clock.instant();
        Issued issued = issue(now, PASSWORD_LIFETIME);
        return links.open(account, issued.token(), now, issued.expiresAt()) ? Optional.of(issued) : Optional.empty();
    }

    /**
     * An administrator's, for somebody else. Every earlier one is worthless from then on.
     *
     * @throws Problem if there is no such account, or it is locked
     */
    public Issued issueFor(UUID account) {
        Instant now = clock.instant();
        Issued issued = issue(now, PASSWORD_LIFETIME);
        if (!links.issue(account, issued.token(), now, issued.expiresAt())) {
            throw Problem.of(ProblemType.NOT_FOUND, "There is no such account, or it is locked.");
        }
        return issued;
    }

    private static Issued issue(Instant now, Duration lifetime) {
        return new Issued(Secret.random(""), now.plus(lifetime));
    }

    /** @throws Problem if the link is no good */
    public Holder holder(Secret token) {
        return links.holder(token, clock.instant()).orElseThrow(AccountLinks::noGood);
    }

    /**
     * Sets another password, ends every session and token and the trust in every device, and forgets failed attempts:
     * whoever knew the old one is out, and the owner is in. The link is used up.
     *
     * @throws Problem if the link is no good
     */
    public void changePassword(Secret token, String hash) {
        UUID owner = links.use(token, clock.instant()).orElseThrow(AccountLinks::noGood);
        actingAccount.set(owner);
        Account account = accounts.account(owner).orElseThrow();
        account.changePassword(hash);
        accounts.endSessions(owner);
        accounts.revokeTokens(owner);
        signIns.distrustAllBut(owner, Optional.empty());
        signIns.forgetFailures(account.name(), Optional.empty());
    }

    /** An account's address, and one that waits to be confirmed. */
    public record Addresses(
            @Nullable String address, @Nullable String pending) {}

    public Addresses addresses(UUID owner) {
        return new Addresses(
                accounts.account(owner).flatMap(Account::email).orElse(null),
                links.pendingEmail(owner, clock.instant()).orElse(null));
    }

    /** @throws Problem if there were too many within the hour */
    public Issued openForEmail(UUID owner, String email) {
        rowLimit.queue(owner, "links to confirm an address");
        Instant now = clock.instant();
        if (links.emailLinksSince(owner, now.minus(Duration.ofHours(1))) >= EMAIL_LINKS_AN_HOUR) {
            throw Problem.retryLater(ProblemType.TOO_MANY_REQUESTS, Duration.ofHours(1));
        }
        Issued issued = issue(now, EMAIL_LIFETIME);
        links.openForEmail(owner, issued.token(), email, now, issued.expiresAt());
        return issued;
    }

    /**
     * Uses the address that a link was sent to; returns the one it takes the place of.
     *
     * @throws Problem if the link is no good, or another account's
     */
    public Optional<String> confirmEmail(UUID owner, Secret token) {
        String confirmed = links.useEmail(owner, token, clock.instant()).orElseThrow(AccountLinks::noGood);
        return replaceEmail(owner, confirmed);
    }

    /** Returns the address there was. */
    public Optional<String> removeEmail(UUID owner) {
        return replaceEmail(owner, null);
    }

    private Optional<String> replaceEmail(UUID owner, @Nullable String email) {
        Account account = accounts.account(owner).orElseThrow(Problem::notFound);
        Optional<String> before = account.email();
        account.useEmail(email);
        return before.filter(old -> !old.equals(email));
    }

    private static Problem noGood() {
        return Problem.invalid(
                Violation.body("token", "has been used, has expired or is incomplete; ask for a new link"));
    }
}

package app.primaryassistant.accounts.control;

import static app.primaryassistant.platform.persistence.Parameters.with;

import app.primaryassistant.platform.persistence.Ids;
import app.primaryassistant.platform.persistence.Sql;
import app.primaryassistant.platform.security.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Links that are good once. Those for a password are made and used by the database's own functions, before anybody is known. */
@ApplicationScoped
public class AccountLinkRepository {

    /** An account that can be reached by e-mail. */
    public record Reachable(UUID account, String name, String email) {}

    /** Whose password a link is for, with the names that the password must not be made of. */
    public record Holder(
            UUID account,
            String name,
            String displayName,
            @Nullable String email) {}

    @Inject
    private Sql sql;

    /** The active accounts of this name or with this confirmed address, three at most. */
    public List<Reachable> reachable(String nameOrEmail) {
        return sql.list(
                "select account_id as account, name, email from accounts_to_recover(:text)",
                Reachable.class,
                with("text", nameOrEmail));
    }

    /** Returns false where the account was sent enough of them within the hour. */
    public boolean open(UUID account, Secret token, Instant now, Instant expiresAt) {
        return made("select open_password_link(:id, :account, :hash, :now, :end)", account, token, now, expiresAt);
    }

    /** For administrators, about somebody else. Returns false where there is no such account, or it is locked. */
    public boolean issue(UUID account, Secret token, Instant now, Instant expiresAt) {
        return made("select issue_password_link(:id, :account, :hash, :now, :end)", account, token, now, expiresAt);
    }

    private boolean made(String statement, UUID account, Secret token, Instant now, Instant expiresAt) {
        return sql.one(
                statement,
                Boolean.class,
                with("id", Ids.next())
                        .and("account", account)
                        .and("hash", token.hash())
                        .and("now", now)
                        .and("end", expiresAt));
    }

    public Optional<Holder> holder(Secret token, Instant now) {
        return sql.first(
                "select account_id as account, name, display_name, email from find_password_link(:hash, :now)",
                Holder.class,
                with("hash", token.hash()).and("now", now));
    }

    /** Uses the link up, and every other of its account; returns the account, or nothing where the link is no good. */
    public Optional<UUID> use(Secret token, Instant now) {
        return sql.first(
                "select account from use_password_link(:hash, :now) as account where account is not null",
                UUID.class,
                with("hash", token.hash()).and("now", now));
    }

    /** One to confirm an address. */
    public void openForEmail(UUID owner, Secret token, String email, Instant now, Instant expiresAt) {
        sql.update(
                """
                insert into account_link (account_id, id, token_hash, purpose, email, created_at, expires_at)
                values (:owner, :id, :hash, 'email', :email, :now, :end)
                """,
                with("owner", owner)
                        .and("id", Ids.next())
                        .and("hash", token.hash())
                        .and("email", email)
                        .and("now", now)
                        .and("end", expiresAt));
    }

    /** The address that waits to be confirmed, of the newest link. */
    public Optional<String> pendingEmail(UUID owner, Instant now) {
        return sql.first("""
                select email from account_link where account_id = :owner and purpose = 'email' and expires_at > :now
                order by created_at desc, id desc limit 1
                """, String.class, with("owner", owner).and("now", now));
    }

    /** How many were sent since then. */
    public long emailLinksSince(UUID owner, Instant since) {
        return sql.one(
                "select count(*) from account_link where account_id = :owner and purpose = 'email' and created_at > :since",
                Long.class,
                with("owner", owner).and("since", since));
    }

    /** Uses up a link of this account and every other to confirm an address; returns the address, or nothing where it is no good. */
    public Optional<String> useEmail(UUID owner, Secret token, Instant now) {
        return sql.first(
                """
                with used as (
                    delete from account_link
                    where account_id = :owner and purpose = 'email' and token_hash = :hash and expires_at > :now
                    returning account_id, email
                ), others as (
                    delete from account_link l using used u
                    where l.account_id = u.account_id and l.purpose = 'email' and l.token_hash <> :hash
                )
                select email from used
                """,
                String.class,
                with("owner", owner).and("hash", token.hash()).and("now", now));
    }
}

package app.primaryassistant.accounts.control;

import app.primaryassistant.platform.persistence.Ids;
import app.primaryassistant.platform.persistence.PlainSql;
import app.primaryassistant.platform.security.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
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
    public record Holder(UUID account, String name, String displayName, @Nullable String email) {}

    @Inject
    private PlainSql sql;

    /** The active accounts of this name or with this confirmed address, three at most. */
    public List<Reachable> reachable(String nameOrEmail) {
        return sql.list(
                "select account_id, name, email from accounts_to_recover(?)",
                row -> new Reachable((UUID) row.getObject(1), row.getString(2), row.getString(3)),
                nameOrEmail);
    }

    /** Returns false where the account was sent enough of them within the hour. */
    public boolean open(UUID account, Secret token, Instant now, Instant expiresAt) {
        return made("select open_password_link(?, ?, ?, ?, ?)", account, token, now, expiresAt);
    }

    /** For administrators, about somebody else. Returns false where there is no such account, or it is locked. */
    public boolean issue(UUID account, Secret token, Instant now, Instant expiresAt) {
        return made("select issue_password_link(?, ?, ?, ?, ?)", account, token, now, expiresAt);
    }

    private boolean made(String statement, UUID account, Secret token, Instant now, Instant expiresAt) {
        return sql.first(statement, row -> row.getBoolean(1), Ids.next(), account, token.hash(), now, expiresAt).orElse(false);
    }

    public Optional<Holder> holder(Secret token, Instant now) {
        return sql.first(
                "select account_id, name, display_name, email from find_password_link(?, ?)",
                AccountLinkRepository::holder,
                token.hash(),
                now);
    }

    private static Holder holder(ResultSet row) throws SQLException {
        return new Holder((UUID) row.getObject(1), row.getString(2), row.getString(3), row.getString(4));
    }

    /** Uses the link up, and every other of its account; returns the account, or nothing where the link is no good. */
    public Optional<UUID> use(Secret token, Instant now) {
        return sql.list("select use_password_link(?, ?)", row -> Optional.ofNullable((UUID) row.getObject(1)), token.hash(), now)
                .getFirst();
    }

    /** One to confirm an address. */
    public void openForEmail(UUID owner, Secret token, String email, Instant now, Instant expiresAt) {
        sql.number(
                """
                with made as (
                    insert into account_link (account_id, id, token_hash, purpose, email, created_at, expires_at)
                    values (?, ?, ?, 'email', ?, ?, ?) returning 1)
                select count(*) from made
                """,
                owner,
                Ids.next(),
                token.hash(),
                email,
                now,
                expiresAt);
    }

    /** The address that waits to be confirmed, of the newest link. */
    public Optional<String> pendingEmail(UUID owner, Instant now) {
        return sql.first(
                """
                select email from account_link where account_id = ? and purpose = 'email' and expires_at > ?
                order by created_at desc, id desc limit 1
                """,
                row -> row.getString(1),
                owner,
                now);
    }

    /** How many were sent since then. */
    public long emailLinksSince(UUID owner, Instant since) {
        return sql.number(
                "select count(*) from account_link where account_id = ? and purpose = 'email' and created_at > ?", owner, since);
    }

    /** Uses up a link of this account and every other to confirm an address; returns the address, or nothing where it is no good. */
    public Optional<String> useEmail(UUID owner, Secret token, Instant now) {
        return sql.first(
                """
                with used as (
                    delete from account_link where account_id = ? and purpose = 'email' and token_hash = ? and expires_at > ?
                    returning account_id, email
                ), others as (
                    delete from account_link l using used u
                    where l.account_id = u.account_id and l.purpose = 'email' and l.token_hash <> ?
                )
                select email from used
                """,
                row -> row.getString(1),
                owner,
                token.hash(),
                now,
                token.hash());
    }
}

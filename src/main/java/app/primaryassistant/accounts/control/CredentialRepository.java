package app.primaryassistant.accounts.control;

import static app.primaryassistant.platform.persistence.Parameters.with;

import app.primaryassistant.platform.persistence.PooledSql;
import app.primaryassistant.platform.security.AccountPrincipal;
import app.primaryassistant.platform.security.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Finds out who a session or API token belongs to.
 *
 * <p>It runs for every request and before there is an account to act for, so it calls the database's own functions, in one
 * round trip and outside of transactions.
 */
@ApplicationScoped
public class CredentialRepository {

    private static final Set<String> MEMBER = Set.of(Role.READ, Role.WRITE, Role.SESSION);
    private static final Set<String> ADMINISTRATOR = Set.of(Role.READ, Role.WRITE, Role.SESSION, Role.ADMIN);

    @Inject
    private PooledSql sql;

    /** Somebody recognised, and what they may do until the credential expires, if nothing changes. */
    public record Recognised(AccountPrincipal principal, Set<String> roles, Instant expiresAt) {}

    private record Holder(UUID accountId, UUID credentialId, String name, String zone, Instant expiresAt) {

        Recognised as(Set<String> roles) {
            return new Recognised(
                    new AccountPrincipal(accountId, credentialId, name, ZoneId.of(zone)), roles, expiresAt);
        }
    }

    private record SessionRow(Holder holder, boolean isAdmin) {}

    private record TokenRow(Holder holder, boolean mayWrite) {}

    public Optional<Recognised> session(byte[] hash) {
        return sql.first("""
                        select account_id, session_id as credential_id, name, zone, expires_at, role = 'admin' as is_admin
                        from resume_session(:hash)
                        """, SessionRow.class, with("hash", hash))
                .map(row -> row.holder().as(row.isAdmin() ? ADMINISTRATOR : MEMBER));
    }

    public Optional<Recognised> token(byte[] hash) {
        return sql.first(
                        "select account_id, token_id as credential_id, name, zone, expires_at, may_write from resume_token(:hash)",
                        TokenRow.class,
                        with("hash", hash))
                .map(row -> row.holder().as(row.mayWrite() ? Set.of(Role.READ, Role.WRITE) : Set.of(Role.READ)));
    }
}

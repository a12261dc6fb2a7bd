package app.primaryassistant.accounts.control;

import app.primaryassistant.platform.persistence.DatabaseUnavailable;
import app.primaryassistant.platform.security.AccountPrincipal;
import app.primaryassistant.platform.security.Role;
import app.primaryassistant.platform.security.Secret;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Finds out who a session or API token belongs to.
 *
 * <p>It runs for every request and before there is an account to act for, so it calls the database's own functions, in one
 * round trip, by plain JDBC.
 */
@ApplicationScoped
public class CredentialRepository {

    @Resource(lookup = "java:app/jdbc/assistant")
    private DataSource dataSource;

    /** Somebody recognised, and what they may do. */
    public record Recognised(AccountPrincipal principal, Set<String> roles) {}

    public Optional<Recognised> session(Secret secret) {
        return find("select session_id, account_id, name, zone, role = 'admin' from resume_session(?)", secret, row -> {
            Set<String> roles = new HashSet<>(Set.of(Role.READ, Role.WRITE, Role.SESSION));
            if (row.getBoolean(5)) {
                roles.add(Role.ADMIN);
            }
            return roles;
        });
    }

    public Optional<Recognised> token(Secret secret) {
        return find(
                "select token_id, account_id, name, zone, may_write from resume_token(?)",
                secret,
                row -> row.getBoolean(5) ? Set.of(Role.READ, Role.WRITE) : Set.of(Role.READ));
    }

    private Optional<Recognised> find(String sql, Secret secret, Roles roles) {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setBytes(1, secret.hash());
            try (var row = statement.executeQuery()) {
                return row.next() ? Optional.of(new Recognised(principal(row), roles.of(row))) : Optional.empty();
            }
        } catch (SQLException failed) {
            throw new DatabaseUnavailable(failed);
        }
    }

    private static AccountPrincipal principal(ResultSet row) throws SQLException {
        return new AccountPrincipal(
                (UUID) row.getObject(2), (UUID) row.getObject(1), row.getString(3), ZoneId.of(row.getString(4)));
    }

    @FunctionalInterface
    private interface Roles {
        Set<String> of(ResultSet row) throws SQLException;
    }
}

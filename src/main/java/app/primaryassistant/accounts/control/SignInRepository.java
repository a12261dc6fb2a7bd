package app.primaryassistant.accounts.control;

import static app.primaryassistant.platform.persistence.Parameters.none;
import static app.primaryassistant.platform.persistence.Parameters.with;

import app.primaryassistant.accounts.entity.SignInFailure;
import app.primaryassistant.platform.persistence.Entities;
import app.primaryassistant.platform.persistence.Sql;
import app.primaryassistant.platform.security.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** What is asked before anybody is known, through functions of the database that each allow one question. */
@ApplicationScoped
public class SignInRepository {

    @Inject
    private Entities entities;

    @Inject
    private Sql sql;

    /**
     * An attempt to sign in, already counted.
     *
     * @param account empty where the name is nobody's
     * @param passwordHash empty also while the name is locked
     * @param lockedFor present while too many attempts have failed: of the name, or of the device if it has its own
     */
    public record Attempt(
            Optional<UUID> account, Optional<String> passwordHash, boolean active, Optional<Duration> lockedFor) {}

    private record AttemptRow(
            Optional<UUID> account, Optional<String> passwordHash, boolean active, Optional<Integer> lockedFor) {}

    /** @param device the secret of the device that asks, which has attempts of its own if the name was signed in with it */
    public Attempt begin(String name, Optional<Secret> device) {
        AttemptRow row = sql.one("""
                select account_id as account, password_hash, coalesce(active, false) as active, locked_for
                from begin_sign_in(:name, :device)
                """, AttemptRow.class, with("name", name).and("device", hash(device)));
        return new Attempt(
                row.account(), row.passwordHash(), row.active(), row.lockedFor().map(Duration::ofSeconds));
    }

    public void forgetFailures(String name, Optional<Secret> device) {
        sql.call(
                "select forget_sign_in_failures(:name, :device)",
                with("name", name).and("device", hash(device)));
    }

    /**
     * An attempt to confirm a session by its password, already counted.
     *
     * @param passwordHash empty while the session has no more attempts
     * @param lockedFor present while too many attempts of this session have failed
     */
    public record Confirming(Optional<String> passwordHash, Optional<Duration> lockedFor) {}

    private record ConfirmingRow(Optional<String> passwordHash, Optional<Integer> lockedFor) {}

    /** Returns nothing where the session has ended. */
    public Optional<Confirming> beginConfirming(UUID session) {
        return sql.first(
                        "select password_hash, locked_for from begin_confirmation(:session)",
                        ConfirmingRow.class,
                        with("session", session))
                .map(row -> new Confirming(row.passwordHash(), row.lockedFor().map(Duration::ofSeconds)));
    }

    public void forgetConfirmationFailures(UUID session) {
        sql.call("select forget_confirmation_failures(:session)", with("session", session));
    }

    /**
     * Gives the device attempts of its own for the acting account.
     *
     * @return the secret to know it by: the one it showed if that was given to it earlier, else the fresh one
     */
    public Secret trust(Optional<Secret> shown, Secret fresh) {
        boolean known = sql.one(
                "select trust_device(:shown, :fresh)",
                Boolean.class,
                with("shown", hash(shown)).and("fresh", fresh.hash()));
        return known ? shown.orElse(fresh) : fresh;
    }

    public void distrustAllBut(UUID owner, Optional<Secret> kept) {
        sql.update(
                "delete from device where account_id = :owner and token_hash <> :kept",
                with("owner", owner).and("kept", hash(kept)));
    }

    /** No secret has an empty hash. */
    private static byte[] hash(Optional<Secret> secret) {
        return secret.map(Secret::hash).orElseGet(() -> new byte[0]);
    }

    public void add(SignInFailure failure) {
        entities.manager().persist(failure);
    }

    public boolean isSetUp() {
        return sql.one("select is_set_up()", Boolean.class, none());
    }

    /** Returns false where the code is wrong or an administrator exists. */
    public boolean createFirstAdministrator(Secret code, UUID id, String name, String passwordHash) {
        return sql.one(
                "select create_first_administrator(:code, :id, :name, :password)",
                Boolean.class,
                with("code", code.hash()).and("id", id).and("name", name).and("password", passwordHash));
    }

    /** Uses an invitation up; returns false where it is unknown, used or expired. */
    public boolean acceptInvitation(Secret code) {
        return sql.one("select accept_invitation(:code)", Boolean.class, with("code", code.hash()));
    }
}

package app.primaryassistant.accounts.control;

import app.primaryassistant.accounts.entity.SignInFailure;
import app.primaryassistant.platform.security.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is asked before anybody is known, through functions of the database that each allow one question. */
@ApplicationScoped
public class SignInRepository {

    @PersistenceContext
    private EntityManager entities;

    /**
     * An attempt to sign in, already counted.
     *
     * @param account empty where the name is nobody's
     * @param passwordHash empty also while the name is locked
     * @param lockedFor present while too many attempts have failed: of the name, or of the device if it has its own
     */
    public record Attempt(
            Optional<UUID> account, Optional<String> passwordHash, boolean active, Optional<Duration> lockedFor) {}

    /** @param device the secret of the device that asks, which has attempts of its own if the name was signed in with it */
    public Attempt begin(String name, Optional<Secret> device) {
        Object[] row = (Object[]) entities.createNativeQuery(
                        "select cast(account_id as text), password_hash, coalesce(active, false), locked_for from begin_sign_in(?1, ?2)")
                .setParameter(1, name)
                .setParameter(2, hash(device))
                .getSingleResult();
        return new Attempt(
                Optional.ofNullable((String) row[0]).map(UUID::fromString),
                Optional.ofNullable((String) row[1]),
                (Boolean) row[2],
                seconds(row[3]));
    }

    public void forgetFailures(String name, Optional<Secret> device) {
        entities.createNativeQuery("select cast(forget_sign_in_failures(?1, ?2) as text)")
                .setParameter(1, name)
                .setParameter(2, hash(device))
                .getSingleResult();
    }

    /**
     * An attempt to confirm a session by its password, already counted.
     *
     * @param passwordHash empty while the session has no more attempts
     * @param lockedFor present while too many attempts of this session have failed
     */
    public record Confirming(Optional<String> passwordHash, Optional<Duration> lockedFor) {}

    /** Returns nothing where the session has ended. */
    public Optional<Confirming> beginConfirming(UUID session) {
        Stream<?> rows = entities.createNativeQuery("select password_hash, locked_for from begin_confirmation(cast(?1 as uuid))")
                .setParameter(1, session.toString())
                .getResultStream();
        return rows.findFirst()
                .map(Object[].class::cast)
                .map(row -> new Confirming(Optional.ofNullable((String) row[0]), seconds(row[1])));
    }

    public void forgetConfirmationFailures(UUID session) {
        entities.createNativeQuery("select cast(forget_confirmation_failures(cast(?1 as uuid)) as text)")
                .setParameter(1, session.toString())
                .getSingleResult();
    }

    /**
     * Gives the device attempts of its own for the acting account.
     *
     * @return the secret to know it by: the one it showed if that was given to it earlier, else the fresh one
     */
    public Secret trust(Optional<Secret> shown, Secret fresh) {
        boolean known = (Boolean) entities.createNativeQuery("select trust_device(?1, ?2)")
                .setParameter(1, hash(shown))
                .setParameter(2, fresh.hash())
                .getSingleResult();
        return known ? shown.orElse(fresh) : fresh;
    }

    public void distrustAllBut(UUID owner, Optional<Secret> kept) {
        entities.createNativeQuery("delete from device where account_id = cast(?1 as uuid) and token_hash <> ?2")
                .setParameter(1, owner.toString())
                .setParameter(2, hash(kept))
                .executeUpdate();
    }

    /** No secret has an empty hash. */
    private static byte[] hash(Optional<Secret> secret) {
        return secret.map(Secret::hash).orElseGet(() -> new byte[0]);
    }

    private static Optional<Duration> seconds(@Nullable Object number) {
        return Optional.ofNullable((Integer) number).map(Duration::ofSeconds);
    }

    public void add(SignInFailure failure) {
        entities.persist(failure);
    }

    public boolean isSetUp() {
        return (Boolean) entities.createNativeQuery("select is_set_up()").getSingleResult();
    }

    /** Returns false where the code is wrong or an administrator exists. */
    public boolean createFirstAdministrator(Secret code, UUID id, String name, String passwordHash) {
        return (Boolean) entities.createNativeQuery("select create_first_administrator(?1, cast(?2 as uuid), ?3, ?4)")
                .setParameter(1, code.hash())
                .setParameter(2, id.toString())
                .setParameter(3, name)
                .setParameter(4, passwordHash)
                .getSingleResult();
    }

    /** Uses an invitation up; returns false where it is unknown, used or expired. */
    public boolean acceptInvitation(Secret code) {
        return (Boolean) entities.createNativeQuery("select accept_invitation(?1)")
                .setParameter(1, code.hash())
                .getSingleResult();
    }
}

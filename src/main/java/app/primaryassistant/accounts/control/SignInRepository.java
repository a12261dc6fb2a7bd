package app.primaryassistant.accounts.control;

import app.primaryassistant.accounts.entity.SignInFailure;
import app.primaryassistant.platform.security.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

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
     * @param lockedFor present while the name is locked after too many failures
     */
    public record Attempt(
            Optional<UUID> account, Optional<String> passwordHash, boolean active, Optional<Duration> lockedFor) {}

    public Attempt begin(String name) {
        Object[] row = (Object[]) entities.createNativeQuery(
                        "select cast(account_id as text), password_hash, coalesce(active, false), locked_for from begin_sign_in(?1)")
                .setParameter(1, name)
                .getSingleResult();
        return new Attempt(
                Optional.ofNullable((String) row[0]).map(UUID::fromString),
                Optional.ofNullable((String) row[1]),
                (Boolean) row[2],
                Optional.ofNullable((Integer) row[3]).map(Duration::ofSeconds));
    }

    public void forgetFailures(String name) {
        entities.createNativeQuery("select cast(forget_sign_in_failures(?1) as text)")
                .setParameter(1, name)
                .getSingleResult();
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

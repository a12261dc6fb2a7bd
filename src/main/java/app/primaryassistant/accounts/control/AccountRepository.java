package app.primaryassistant.accounts.control;

import app.primaryassistant.accounts.entity.Account;
import app.primaryassistant.accounts.entity.ApiToken;
import app.primaryassistant.accounts.entity.Profile;
import app.primaryassistant.accounts.entity.Session;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An account's own rows. The owner comes first in every question. */
@ApplicationScoped
public class AccountRepository {

    @PersistenceContext
    private EntityManager entities;

    public void add(Account account, Profile profile) {
        entities.persist(account);
        entities.flush();
        entities.persist(profile);
    }

    public void add(Profile profile) {
        entities.persist(profile);
    }

    public void add(Session session) {
        entities.persist(session);
    }

    public void add(ApiToken token) {
        entities.persist(token);
    }

    /** Writes what has changed, so that the new versions are known. */
    public void flush() {
        entities.flush();
    }

    public Optional<Account> account(UUID owner) {
        return Optional.ofNullable(entities.find(Account.class, owner));
    }

    public Optional<Profile> profile(UUID owner) {
        return Optional.ofNullable(entities.find(Profile.class, owner));
    }

    /** What other features may know of a person's body. Height in metres; sex {@code female} or {@code male}. */
    public record Body(@Nullable BigDecimal height, @Nullable String sexAtBirth, @Nullable LocalDate birthDate) {}

    public Body body(UUID owner) {
        return profile(owner)
                .map(profile -> new Body(
                        profile.height().orElse(null),
                        profile.sexAtBirth().orElse(null),
                        profile.birthDate().orElse(null)))
                .orElseGet(() -> new Body(null, null, null));
    }

    public List<Session> sessions(UUID owner) {
        return entities.createQuery(
                        "select s from Session s where s.account = :owner order by s.lastUsedAt desc, s.id", Session.class)
                .setParameter("owner", owner)
                .getResultList();
    }

    /** Returns whether there was such a session. */
    public boolean endSession(UUID owner, UUID session) {
        return entities.createQuery("delete from Session s where s.account = :owner and s.id = :id")
                        .setParameter("owner", owner)
                        .setParameter("id", session)
                        .executeUpdate()
                == 1;
    }

    public void endSessionsExcept(UUID owner, UUID kept) {
        entities.createQuery("delete from Session s where s.account = :owner and s.id <> :kept")
                .setParameter("owner", owner)
                .setParameter("kept", kept)
                .executeUpdate();
    }

    public List<ApiToken> tokens(UUID owner) {
        return entities.createQuery(
                        "select t from ApiToken t where t.account = :owner order by t.createdAt desc, t.id", ApiToken.class)
                .setParameter("owner", owner)
                .getResultList();
    }

    /** Returns whether there was such a token. */
    public boolean revokeToken(UUID owner, UUID token) {
        return entities.createQuery("delete from ApiToken t where t.account = :owner and t.id = :id")
                        .setParameter("owner", owner)
                        .setParameter("id", token)
                        .executeUpdate()
                == 1;
    }
}

package app.primaryassistant.accounts.control;

import static app.primaryassistant.platform.persistence.Parameters.with;

import app.primaryassistant.accounts.entity.Account;
import app.primaryassistant.accounts.entity.ApiToken;
import app.primaryassistant.accounts.entity.Profile;
import app.primaryassistant.accounts.entity.Session;
import app.primaryassistant.platform.paging.Cursor;
import app.primaryassistant.platform.persistence.Entities;
import app.primaryassistant.platform.persistence.RowLimit;
import app.primaryassistant.platform.persistence.Sql;
import app.primaryassistant.platform.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An account's own rows. The owner comes first in every question. */
@ApplicationScoped
public class AccountRepository {

    /** More than anybody needs at once. */
    public static final int MOST_TOKENS = 50;

    /** The one that was not used for the longest time ends when there are more: nobody is kept out by old devices. */
    public static final int MOST_SESSIONS = 50;

    @Inject
    private Entities entities;

    @Inject
    private Event<IdentityChanged> changes;

    @Inject
    private Sql sql;

    @Inject
    private RowLimit rowLimit;

    public void add(Account account, Profile profile) {
        entities.manager().persist(account);
        entities.manager().flush();
        entities.manager().persist(profile);
    }

    public void add(Profile profile) {
        entities.manager().persist(profile);
    }

    public void add(UUID owner, Session session) {
        rowLimit.queue(owner, "sessions");
        entities.manager().persist(session);
        entities.manager().flush();
        sql.update("""
                delete from session where account_id = :owner and id in (
                    select id from session where account_id = :owner and id <> :id
                    order by last_used_at desc, id desc offset :others)
                """, with("owner", owner).and("id", session.id()).and("others", MOST_SESSIONS - 1));
    }

    /** @throws Problem if there are {@link #MOST_TOKENS} already, expired ones included */
    public void add(UUID owner, ApiToken token) {
        rowLimit.requireRoom(
                owner,
                "API tokens",
                1,
                MOST_TOKENS,
                () -> entities.manager()
                        .createQuery("select count(t) from ApiToken t where t.account = :owner", Long.class)
                        .setParameter("owner", owner)
                        .getSingleResult());
        entities.manager().persist(token);
    }

    /** Writes what has changed, so that the new versions are known. */
    public void flush() {
        entities.manager().flush();
    }

    public Optional<Account> account(UUID owner) {
        return Optional.ofNullable(entities.manager().find(Account.class, owner));
    }

    public Optional<Profile> profile(UUID owner) {
        return Optional.ofNullable(entities.manager().find(Profile.class, owner));
    }

    /** What other features may know of a person's body. Height in metres; sex {@code female} or {@code male}. */
    public record Body(
            @Nullable BigDecimal height,
            @Nullable String sexAtBirth,
            @Nullable LocalDate birthDate) {}

    public Body body(UUID owner) {
        return profile(owner)
                .map(profile -> new Body(
                        profile.height().orElse(null),
                        profile.sexAtBirth().orElse(null),
                        profile.birthDate().orElse(null)))
                .orElseGet(() -> new Body(null, null, null));
    }

    /** Newest first. */
    public List<Session> sessions(UUID owner, Cursor after, int limit) {
        return entities.manager()
                .createQuery("""
                        select s from Session s
                        where s.account = :owner and s.createdAt <= :at and (s.createdAt < :at or s.id < :id)
                        order by s.createdAt desc, s.id desc
                        """, Session.class)
                .setParameter("owner", owner)
                .setParameter("at", after.at())
                .setParameter("id", after.id())
                .setMaxResults(limit)
                .getResultList();
    }

    /** Returns whether there was such a session. */
    public boolean endSession(UUID owner, UUID session) {
        identityChanged(owner);
        return entities.manager()
                        .createQuery("delete from Session s where s.account = :owner and s.id = :id")
                        .setParameter("owner", owner)
                        .setParameter("id", session)
                        .executeUpdate()
                == 1;
    }

    public void revokeTokens(UUID owner) {
        identityChanged(owner);
        entities.manager()
                .createQuery("delete from ApiToken t where t.account = :owner")
                .setParameter("owner", owner)
                .executeUpdate();
    }

    public void endSessions(UUID owner) {
        identityChanged(owner);
        entities.manager()
                .createQuery("delete from Session s where s.account = :owner")
                .setParameter("owner", owner)
                .executeUpdate();
    }

    public Optional<Session> session(UUID owner, UUID session) {
        return entities.manager()
                .createQuery("select s from Session s where s.account = :owner and s.id = :id", Session.class)
                .setParameter("owner", owner)
                .setParameter("id", session)
                .getResultStream()
                .findFirst();
    }

    public void endSessionsExcept(UUID owner, UUID kept) {
        identityChanged(owner);
        entities.manager()
                .createQuery("delete from Session s where s.account = :owner and s.id <> :kept")
                .setParameter("owner", owner)
                .setParameter("kept", kept)
                .executeUpdate();
    }

    /** Newest first. */
    public List<ApiToken> tokens(UUID owner, Cursor after, int limit) {
        return entities.manager()
                .createQuery("""
                        select t from ApiToken t
                        where t.account = :owner and t.createdAt <= :at and (t.createdAt < :at or t.id < :id)
                        order by t.createdAt desc, t.id desc
                        """, ApiToken.class)
                .setParameter("owner", owner)
                .setParameter("at", after.at())
                .setParameter("id", after.id())
                .setMaxResults(limit)
                .getResultList();
    }

    /** Returns whether there was such a token. */
    public boolean revokeToken(UUID owner, UUID token) {
        identityChanged(owner);
        return entities.manager()
                        .createQuery("delete from ApiToken t where t.account = :owner and t.id = :id")
                        .setParameter("owner", owner)
                        .setParameter("id", token)
                        .executeUpdate()
                == 1;
    }

    /** Must be called when a session or token ends, or its owner's status or time zone changes. */
    public void identityChanged(UUID owner) {
        changes.fire(new IdentityChanged(owner));
    }
}

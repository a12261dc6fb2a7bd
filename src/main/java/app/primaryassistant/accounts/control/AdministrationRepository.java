package app.primaryassistant.accounts.control;

import static app.primaryassistant.platform.persistence.Parameters.none;
import static app.primaryassistant.platform.persistence.Parameters.with;

import app.primaryassistant.accounts.entity.Account;
import app.primaryassistant.accounts.entity.Invitation;
import app.primaryassistant.accounts.entity.SignInFailure;
import app.primaryassistant.platform.paging.Cursor;
import app.primaryassistant.platform.persistence.Entities;
import app.primaryassistant.platform.persistence.Ids;
import app.primaryassistant.platform.persistence.RowLimit;
import app.primaryassistant.platform.persistence.Sql;
import app.primaryassistant.platform.problem.Problem;
import app.primaryassistant.platform.security.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Questions about all accounts. Row-level security answers them only while the caller is an administrator. */
@ApplicationScoped
public class AdministrationRepository {

    /** Open ones of the whole installation. */
    public static final int MOST_INVITATIONS = 100;

    /** All administrators' invitations are counted together. */
    private static final UUID EVERYBODY = new UUID(0, 0);

    @Inject
    private Entities entities;

    @Inject
    private Event<IdentityChanged> changes;

    @Inject
    private Sql sql;

    @Inject
    private RowLimit rowLimit;

    /** An account as administrators see it. */
    public record AccountSummary(
            UUID id,
            String name,
            String role,
            String status,
            Instant createdAt,
            @Nullable Instant lastSeenAt,
            @Nullable Instant deletionAt) {

        static AccountSummary from(Account account) {
            return new AccountSummary(
                    account.id(),
                    account.name(),
                    account.role(),
                    account.status(),
                    account.createdAt(),
                    account.lastSeenAt().orElse(null),
                    account.deletionAt().orElse(null));
        }
    }

    public List<AccountSummary> accounts(Cursor after, int limit) {
        return entities.manager()
                .createQuery("""
                        select a from Account a
                        where a.createdAt <= :at and (a.createdAt < :at or a.id < :id)
                        order by a.createdAt desc, a.id desc
                        """, Account.class)
                .setParameter("at", after.at())
                .setParameter("id", after.id())
                .setMaxResults(limit)
                .getResultStream()
                .map(AccountSummary::from)
                .toList();
    }

    /** Whether there is an administrator besides the caller who may act and is not leaving; nobody else may leave meanwhile. */
    public boolean anotherStays() {
        return sql.one("select another_administrator_stays()", Boolean.class, none());
    }

    /** Returns whether there was such an account. */
    public boolean setStatus(UUID account, String status) {
        changes.fire(new IdentityChanged(account));
        return sql.one(
                "select set_account_status(:account, :status)",
                Boolean.class,
                with("account", account).and("status", status));
    }

    /** Deletes an account with everything it owns; returns whether there was one. */
    public boolean delete(UUID account) {
        changes.fire(new IdentityChanged(account));
        return entities.manager()
                        .createQuery("delete from Account a where a.id = :id")
                        .setParameter("id", account)
                        .executeUpdate()
                == 1;
    }

    /** An invitation as administrators see it. */
    public record InvitationSummary(UUID id, @Nullable String note, Instant createdAt, Instant expiresAt) {

        static InvitationSummary from(Invitation invitation) {
            return new InvitationSummary(
                    invitation.id(), invitation.note().orElse(null), invitation.createdAt(), invitation.expiresAt());
        }
    }

    /** @throws Problem if {@link #MOST_INVITATIONS} are open */
    public InvitationSummary invite(UUID inviter, Secret code, @Nullable String note, Instant now, Instant expiresAt) {
        rowLimit.requireRoom(
                EVERYBODY,
                "open invitations",
                1,
                MOST_INVITATIONS,
                () -> entities.manager()
                        .createQuery(
                                "select count(i) from Invitation i where i.usedAt is null and i.expiresAt > :now",
                                Long.class)
                        .setParameter("now", now)
                        .getSingleResult());
        var invitation = new Invitation(Ids.next(), inviter, code.hash(), note, now, expiresAt);
        entities.manager().persist(invitation);
        return InvitationSummary.from(invitation);
    }

    public List<InvitationSummary> openInvitations(Instant now, Cursor after, int limit) {
        return entities.manager()
                .createQuery("""
                        select i from Invitation i
                        where i.usedAt is null and i.expiresAt > :now
                          and i.createdAt <= :at and (i.createdAt < :at or i.id < :id)
                        order by i.createdAt desc, i.id desc
                        """, Invitation.class)
                .setParameter("now", now)
                .setParameter("at", after.at())
                .setParameter("id", after.id())
                .setMaxResults(limit)
                .getResultStream()
                .map(InvitationSummary::from)
                .toList();
    }

    /** Returns whether there was such an invitation. */
    public boolean withdraw(UUID invitation) {
        return entities.manager()
                        .createQuery("delete from Invitation i where i.id = :id and i.usedAt is null")
                        .setParameter("id", invitation)
                        .executeUpdate()
                == 1;
    }

    /** A failed sign-in with the name of the account it was aimed at, where there is one. */
    public record Failure(
            UUID id,
            Instant at,
            @Nullable String name,
            @Nullable String address,
            String reason) {}

    public List<Failure> failures(Cursor after, int limit) {
        return entities.manager()
                .createQuery("""
                        select f, a.name from SignInFailure f left join Account a on a.id = f.account
                        where f.at <= :at and (f.at < :at or f.id < :id)
                        order by f.at desc, f.id desc
                        """, Object[].class)
                .setParameter("at", after.at())
                .setParameter("id", after.id())
                .setMaxResults(limit)
                .getResultStream()
                .map(row -> failure((SignInFailure) row[0], (String) row[1]))
                .toList();
    }

    private static Failure failure(SignInFailure failure, @Nullable String name) {
        return new Failure(failure.id(), failure.at(), name, failure.address().orElse(null), failure.reason());
    }
}

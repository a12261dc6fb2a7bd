package app.primaryassistant.accounts.boundary;

import app.primaryassistant.accounts.entity.Session;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A session as its owner sees it. */
public record SessionView(
        UUID id,
        String device,
        @Nullable String address,
        Instant createdAt,
        Instant lastUsedAt,
        Instant expiresAt,
        boolean current) {

    static SessionView from(Session session, UUID credential) {
        return new SessionView(
                session.id(),
                session.device(),
                session.address().orElse(null),
                session.createdAt(),
                session.lastUsedAt(),
                session.expiresAt(),
                session.id().equals(credential));
    }
}

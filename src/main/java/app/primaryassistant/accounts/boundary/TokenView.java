package app.primaryassistant.accounts.boundary;

import app.primaryassistant.accounts.entity.ApiToken;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An API token as its owner sees it, without its secret. */
public record TokenView(
        UUID id,
        String name,
        List<String> scopes,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant lastUsedAt) {

    static TokenView from(ApiToken token) {
        return new TokenView(
                token.id(),
                token.name(),
                token.mayWrite() ? List.of("read", "write") : List.of("read"),
                token.createdAt(),
                token.expiresAt(),
                token.lastUsedAt().orElse(null));
    }
}

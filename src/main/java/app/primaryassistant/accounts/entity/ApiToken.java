package app.primaryassistant.accounts.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A program's way in. It reads, and writes if it was made so. */
@Entity
@Table(name = "api_token")
public class ApiToken {

    @Id
    private UUID id;

    @Column(name = "account_id")
    private UUID account;

    private String name;

    @Column(name = "token_hash")
    private byte[] tokenHash;

    @Column(name = "may_write")
    private boolean mayWrite;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "last_used_at")
    private @Nullable Instant lastUsedAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @SuppressWarnings("NullAway.Init") // For JPA, which fills the fields.
    protected ApiToken() {}

    public ApiToken(
            UUID id,
            UUID account,
            String name,
            byte[] tokenHash,
            boolean mayWrite,
            Instant createdAt,
            Instant expiresAt) {
        this.id = id;
        this.account = account;
        this.name = name;
        this.tokenHash = tokenHash.clone();
        this.mayWrite = mayWrite;
        this.createdAt = createdAt;
        this.expiresAt = expiresAt;
    }

    public UUID id() {
        return id;
    }

    public String name() {
        return name;
    }

    public boolean mayWrite() {
        return mayWrite;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Optional<Instant> lastUsedAt() {
        return Optional.ofNullable(lastUsedAt);
    }

    public Instant expiresAt() {
        return expiresAt;
    }
}

package app.primaryassistant.accounts.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A browser that is signed in: for 90 days at most, and no longer than 30 days after its last use. */
@Entity
public class Session {

    public static final Duration LIFETIME = Duration.ofDays(90);

    @Id
    private UUID id;

    @Column(name = "account_id")
    private UUID account;

    @Column(name = "token_hash")
    private byte[] tokenHash;

    private String device;

    private @Nullable String address;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "last_used_at")
    private Instant lastUsedAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @SuppressWarnings("NullAway.Init") // For JPA, which fills the fields.
    protected Session() {}

    public Session(UUID id, UUID account, byte[] tokenHash, String device, @Nullable String address, Instant now) {
        this.id = id;
        this.account = account;
        this.tokenHash = tokenHash.clone();
        this.device = device;
        this.address = address;
        this.createdAt = now;
        this.lastUsedAt = now;
        this.expiresAt = now.plus(LIFETIME);
    }

    public UUID id() {
        return id;
    }

    public String device() {
        return device;
    }

    public Optional<String> address() {
        return Optional.ofNullable(address);
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant lastUsedAt() {
        return lastUsedAt;
    }

    public Instant expiresAt() {
        return expiresAt;
    }
}

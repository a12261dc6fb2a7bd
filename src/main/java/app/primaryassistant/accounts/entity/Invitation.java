package app.primaryassistant.accounts.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lets one person register. */
@Entity
public class Invitation {

    @Id
    private UUID id;

    @Column(name = "account_id")
    private UUID inviter;

    @Column(name = "code_hash")
    private byte[] codeHash;

    private @Nullable String note;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "used_at", insertable = false, updatable = false)
    private @Nullable Instant usedAt;

    @SuppressWarnings("NullAway.Init") // For JPA, which fills the fields.
    protected Invitation() {}

    public Invitation(
            UUID id, UUID inviter, byte[] codeHash, @Nullable String note, Instant createdAt, Instant expiresAt) {
        this.id = id;
        this.inviter = inviter;
        this.codeHash = codeHash.clone();
        this.note = note;
        this.createdAt = createdAt;
        this.expiresAt = expiresAt;
    }

    public UUID id() {
        return id;
    }

    public Optional<String> note() {
        return Optional.ofNullable(note);
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant expiresAt() {
        return expiresAt;
    }
}

package app.primaryassistant.accounts.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A sign-in identity. Role and status are changed by the database's own functions, which ask who is calling. */
@Entity
public class Account {

    @Id
    private UUID id;

    private String name;

    @Column(name = "password_hash")
    private String passwordHash;

    private String role;

    private String status;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "last_seen_at", insertable = false, updatable = false)
    private @Nullable Instant lastSeenAt;

    @Column(name = "deletion_at")
    private @Nullable Instant deletionAt;

    private @Nullable String email;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init") // For JPA, which fills the fields.
    protected Account() {}

    private Account(UUID id, String name, String passwordHash, Instant createdAt) {
        this.id = id;
        this.name = name;
        this.passwordHash = passwordHash;
        this.role = "member";
        this.status = "active";
        this.createdAt = createdAt;
    }

    public static Account member(UUID id, String name, String passwordHash, Instant createdAt) {
        return new Account(id, name, passwordHash, createdAt);
    }

    public void changePassword(String newHash) {
        this.passwordHash = newHash;
    }

    /** @param address confirmed by its owner, or none any more */
    public void useEmail(@Nullable String address) {
        this.email = address;
    }

    /** Is to be deleted at that moment, unless its owner {@linkplain #stay stays}. The first wish counts. */
    public void leave(Instant at) {
        if (deletionAt == null) {
            deletionAt = at;
        }
    }

    public void stay() {
        deletionAt = null;
    }

    public UUID id() {
        return id;
    }

    public String name() {
        return name;
    }

    public String passwordHash() {
        return passwordHash;
    }

    public String role() {
        return role;
    }

    public String status() {
        return status;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Optional<String> email() {
        return Optional.ofNullable(email);
    }

    public Optional<Instant> deletionAt() {
        return Optional.ofNullable(deletionAt);
    }

    public Optional<Instant> lastSeenAt() {
        return Optional.ofNullable(lastSeenAt);
    }
}

package app.primaryassistant.accounts.entity;

import app.primaryassistant.platform.persistence.NullableUuid;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An attempt to sign in that did not succeed. What was typed as the name is not kept: it may have been a password. */
@Entity
@Table(name = "sign_in_failure")
public class SignInFailure {

    @Id
    private UUID id;

    private Instant at;

    @Column(name = "account_id")
    @Convert(converter = NullableUuid.class)
    private @Nullable UUID account;

    private @Nullable String address;

    private String reason;

    @SuppressWarnings("NullAway.Init") // For JPA, which fills the fields.
    protected SignInFailure() {}

    /** @param reason {@code unknown}, {@code password}, {@code throttled} or {@code locked} */
    public SignInFailure(UUID id, Instant at, @Nullable UUID account, @Nullable String address, String reason) {
        this.id = id;
        this.at = at;
        this.account = account;
        this.address = address;
        this.reason = reason;
    }

    public UUID id() {
        return id;
    }

    public Instant at() {
        return at;
    }

    public Optional<String> address() {
        return Optional.ofNullable(address);
    }

    public String reason() {
        return reason;
    }
}

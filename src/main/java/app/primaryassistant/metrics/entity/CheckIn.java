package app.primaryassistant.metrics.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A day's entry: what holds its observations together, and the day's note. */
@Entity
@Table(name = "check_in")
public class CheckIn {

    @Id
    private UUID id;

    @Column(name = "account_id")
    private UUID account;

    @Column(name = "local_date")
    private LocalDate localDate;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    private String zone;

    private @Nullable String note;

    @Column(name = "deleted_at")
    private @Nullable Instant deletedAt;

    @SuppressWarnings("NullAway.Init") // For JPA, which fills the fields.
    protected CheckIn() {}

    public UUID id() {
        return id;
    }

    public LocalDate localDate() {
        return localDate;
    }

    public Instant recordedAt() {
        return recordedAt;
    }

    public String zone() {
        return zone;
    }

    public Optional<String> note() {
        return Optional.ofNullable(note);
    }
}

package app.primaryassistant.metrics.entity;

import app.primaryassistant.platform.persistence.NullableUuid;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One value of one metric on one civil day. Rows are made many at once by SQL; here they are read, corrected and deleted. */
@Entity
public class Observation {

    @Id
    private UUID id;

    @Column(name = "account_id")
    private UUID account;

    private String metric;

    @Embedded
    private Quantity quantity;

    @Column(name = "local_date")
    private LocalDate localDate;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    private String zone;

    private String source;

    private @Nullable String note;

    @Column(name = "check_in_id")
    @Convert(converter = NullableUuid.class)
    private @Nullable UUID checkIn;

    @Column(name = "deleted_at")
    private @Nullable Instant deletedAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init") // For JPA, which fills the fields.
    protected Observation() {}

    /** Puts right what was recorded. The metric stays: another metric would be another observation. */
    public void correct(Quantity newQuantity, LocalDate day, Instant at, String inZone, @Nullable String newNote) {
        this.quantity = newQuantity;
        this.localDate = day;
        this.recordedAt = at;
        this.zone = inZone;
        this.note = newNote;
    }

    /** It can be restored until the nightly purge 30 days later. */
    public void delete(Instant now) {
        this.deletedAt = now;
    }

    public void restore() {
        this.deletedAt = null;
    }

    public UUID id() {
        return id;
    }

    public String metric() {
        return metric;
    }

    public Quantity quantity() {
        return quantity;
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

    public String source() {
        return source;
    }

    public Optional<String> note() {
        return Optional.ofNullable(note);
    }

    public Optional<UUID> checkIn() {
        return Optional.ofNullable(checkIn);
    }

    public boolean isDeleted() {
        return deletedAt != null;
    }

    public int version() {
        return version;
    }
}

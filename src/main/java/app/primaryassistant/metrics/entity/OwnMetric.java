package app.primaryassistant.metrics.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/** A metric that an account added for itself, with the one unit it is recorded in. */
@Entity
@Table(name = "metric")
public class OwnMetric {

    /** Keeps the keys of own metrics apart from those of present and future built-in ones. */
    public static final String PREFIX = "x-";

    @Id
    private UUID id;

    @Column(name = "account_id")
    private UUID account;

    private String key;
    private String name;
    private String unit;
    private int decimals;
    private BigDecimal low;
    private BigDecimal high;

    @Column(name = "created_at")
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init") // For JPA, which fills the fields.
    protected OwnMetric() {}

    /** @param low lowest plausible value; must be below {@code high} */
    public OwnMetric(
            UUID id,
            UUID account,
            String name,
            String unit,
            int decimals,
            BigDecimal low,
            BigDecimal high,
            Instant createdAt) {
        this.id = id;
        this.account = account;
        this.key = keyOf(name, id);
        this.name = name;
        this.unit = unit;
        this.decimals = decimals;
        this.low = low;
        this.high = high;
        this.createdAt = createdAt;
    }

    public static boolean isKey(String key) {
        return key.startsWith(PREFIX);
    }

    /** "Grip strength, left" becomes {@code x-grip-strength-left}; a name without Latin letters falls back on the id. */
    private static String keyOf(String name, UUID id) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        return PREFIX + (plain.isEmpty() ? id.toString() : plain);
    }

    public UUID id() {
        return id;
    }

    public String key() {
        return key;
    }

    public String name() {
        return name;
    }

    public String unit() {
        return unit;
    }

    public int decimals() {
        return decimals;
    }

    public BigDecimal low() {
        return low;
    }

    public BigDecimal high() {
        return high;
    }
}

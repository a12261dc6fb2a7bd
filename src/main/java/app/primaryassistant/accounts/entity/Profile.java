package app.primaryassistant.accounts.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an account says of the person: how to show them things, and the inputs some formulas need. */
@Entity
public class Profile {

    @Id
    @Column(name = "account_id")
    private UUID account;

    @Column(name = "display_name")
    private String displayName;

    private String zone;

    private String locale;

    @Embedded
    private Units units;

    @Column(name = "birth_date")
    private @Nullable LocalDate birthDate;

    private @Nullable BigDecimal height;

    @Column(name = "sex_at_birth")
    private @Nullable String sexAtBirth;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init") // For JPA, which fills the fields.
    protected Profile() {}

    public Profile(UUID account, String displayName, String zone) {
        this.account = account;
        this.displayName = displayName;
        this.zone = zone;
        this.locale = "en";
        this.units = Units.metric();
    }

    public void present(String newDisplayName, String newZone, String newLocale, Units newUnits) {
        this.displayName = newDisplayName;
        this.zone = newZone;
        this.locale = newLocale;
        this.units = newUnits;
    }

    /** @param newHeight metres */
    public void describeBody(
            @Nullable LocalDate newBirthDate, @Nullable BigDecimal newHeight, @Nullable String newSexAtBirth) {
        this.birthDate = newBirthDate;
        this.height = newHeight;
        this.sexAtBirth = newSexAtBirth;
    }

    public UUID account() {
        return account;
    }

    public String displayName() {
        return displayName;
    }

    public String zone() {
        return zone;
    }

    public String locale() {
        return locale;
    }

    public Units units() {
        return units;
    }

    public Optional<LocalDate> birthDate() {
        return Optional.ofNullable(birthDate);
    }

    /** Metres. */
    public Optional<BigDecimal> height() {
        return Optional.ofNullable(height);
    }

    /** {@code female} or {@code male}. */
    public Optional<String> sexAtBirth() {
        return Optional.ofNullable(sexAtBirth);
    }

    public int version() {
        return version;
    }
}

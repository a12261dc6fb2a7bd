package app.primaryassistant.accounts.boundary;

import app.primaryassistant.accounts.entity.Account;
import app.primaryassistant.accounts.entity.Profile;
import app.primaryassistant.platform.http.Versioned;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An account as its owner sees it. Height in metres; {@code deletionAt} where its owner wished it to be deleted. */
public record ProfileView(
        UUID id,
        String name,
        String role,
        String displayName,
        String zone,
        String locale,
        UnitsView units,
        @Nullable LocalDate birthDate,
        @Nullable BigDecimal height,
        @Nullable String sexAtBirth,
        @Nullable Instant deletionAt,
        int version)
        implements Versioned {

    static ProfileView from(Account account, Profile profile) {
        return new ProfileView(
                account.id(),
                account.name(),
                account.role(),
                profile.displayName(),
                profile.zone(),
                profile.locale(),
                UnitsView.from(profile.units()),
                profile.birthDate().orElse(null),
                profile.height().map(BigDecimal::stripTrailingZeros).orElse(null),
                profile.sexAtBirth().orElse(null),
                account.deletionAt().orElse(null),
                profile.version());
    }
}

package app.primaryassistant.accounts.boundary;

import app.primaryassistant.platform.json.PlainText;
import app.primaryassistant.platform.time.TimeZone;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** A registration. The invitation is needed where the installation asks for one. */
public record NewAccount(
        @Nullable @PlainText(max = 64) String invitation,
        @NotNull @AccountName String name,
        @NotNull @PlainText(min = 12, max = 128) String password,
        @Nullable @TimeZone String zone) {}

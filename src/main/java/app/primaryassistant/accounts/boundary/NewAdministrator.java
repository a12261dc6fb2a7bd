package app.primaryassistant.accounts.boundary;

import app.primaryassistant.platform.json.PlainText;
import app.primaryassistant.platform.time.TimeZone;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** The first account of an installation, with the code that the server's log shows. */
public record NewAdministrator(
        @NotNull @PlainText(max = 64) String code,
        @NotNull @AccountName String name,
        @NotNull @PlainText(min = 12, max = 128) String password,
        @Nullable @TimeZone String zone) {}

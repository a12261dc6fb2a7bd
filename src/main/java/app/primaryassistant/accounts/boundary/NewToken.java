package app.primaryassistant.accounts.boundary;

import app.primaryassistant.platform.json.PlainText;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An API token to be made: for reading, or for reading and writing, for a year at most.
 *
 * @param password needed once the session is ten minutes old
 */
public record NewToken(
        @NotNull @PlainText(min = 1, max = 100) String name,

        @NotNull @Size(min = 1, max = 2)
        List<@NotNull @Pattern(regexp = "read|write", message = "must be read or write") String> scopes,

        @NotNull @Min(1) @Max(366) Integer expiresInDays,
        @Nullable @PlainText(max = 128) String password) {}

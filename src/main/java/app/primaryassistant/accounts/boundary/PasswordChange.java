package app.primaryassistant.accounts.boundary;

import app.primaryassistant.platform.json.PlainText;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * The current password proves that it is the person and not merely their open browser.
 *
 * @param keepTokens whether the API tokens stay; they end if it is absent
 */
public record PasswordChange(
        @NotNull @PlainText(max = 128) String current,
        @NotNull @PlainText(min = 12, max = 128) String replacement,
        @Nullable Boolean keepTokens) {}

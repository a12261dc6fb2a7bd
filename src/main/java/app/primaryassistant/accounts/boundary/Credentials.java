package app.primaryassistant.accounts.boundary;

import app.primaryassistant.platform.json.PlainText;
import jakarta.validation.constraints.NotNull;

/** An attempt to sign in. */
public record Credentials(
        @NotNull @PlainText(max = 64) String name,
        @NotNull @PlainText(max = 128) String password) {}

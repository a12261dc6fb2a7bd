package app.primaryassistant.accounts.control;

import java.util.UUID;

/** An account's sessions or tokens have ended, or its role, status or time zone has changed. */
public record IdentityChanged(UUID account) {}

package app.primaryassistant.accounts.control;

import java.util.UUID;

/** What is known of who an account's sessions and tokens belong to, and what they may do, holds no longer. */
public record IdentityChanged(UUID account) {}

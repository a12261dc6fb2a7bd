package app.primaryassistant.platform.security;

import jakarta.security.enterprise.credential.Credential;

/** What a program sends as {@code Authorization: Bearer}. */
public record TokenCredential(Secret secret) implements Credential {}

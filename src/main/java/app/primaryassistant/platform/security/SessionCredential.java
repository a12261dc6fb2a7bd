package app.primaryassistant.platform.security;

import jakarta.security.enterprise.credential.Credential;

/** What a browser's cookie holds. */
public record SessionCredential(Secret secret) implements Credential {}

package app.primaryassistant.accounts.control;

import app.primaryassistant.accounts.control.CredentialCache.Kind;
import app.primaryassistant.platform.security.SessionCredential;
import app.primaryassistant.platform.security.TokenCredential;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.util.Optional;

/** The identity store behind session cookies and API tokens. */
@ApplicationScoped
public class Identities implements IdentityStore {

    @Inject
    private CredentialRepository credentials;

    @Inject
    private CredentialCache cache;

    @Override
    public CredentialValidationResult validate(Credential credential) {
        return switch (credential) {
            case SessionCredential session ->
                result(cache.find(Kind.SESSION, session.secret().hash(), credentials::session));
            case TokenCredential token ->
                result(cache.find(Kind.TOKEN, token.secret().hash(), credentials::token));
            default -> CredentialValidationResult.NOT_VALIDATED_RESULT;
        };
    }

    private static CredentialValidationResult result(Optional<CredentialRepository.Recognised> recognised) {
        return recognised
                .map(known -> new CredentialValidationResult(known.principal(), known.roles()))
                .orElse(CredentialValidationResult.INVALID_RESULT);
    }
}

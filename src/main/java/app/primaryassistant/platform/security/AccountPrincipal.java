package app.primaryassistant.platform.security;

import jakarta.security.enterprise.CallerPrincipal;
import java.time.ZoneId;
import java.util.UUID;

/** Somebody who is signed in. */
public final class AccountPrincipal extends CallerPrincipal {

    private static final long serialVersionUID = 1;

    private final UUID account;
    private final UUID credential;
    private final ZoneId zone;

    /** @param credential the id of the session or API token by which the request is known */
    public AccountPrincipal(UUID account, UUID credential, String name, ZoneId zone) {
        super(name);
        this.account = account;
        this.credential = credential;
        this.zone = zone;
    }

    public UUID account() {
        return account;
    }

    public UUID credential() {
        return credential;
    }

    public ZoneId zone() {
        return zone;
    }
}

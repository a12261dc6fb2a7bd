package app.primaryassistant.platform.http;

import app.primaryassistant.platform.config.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The proxy that may stand in front, whose headers are believed only where it is known that nobody can reach the program past it. */
@ApplicationScoped
public class Proxy {

    private final boolean inFront;

    @Inject
    public Proxy(Settings settings) {
        inFront = settings.flag("BEHIND_PROXY");
    }

    /** For the proxy that CDI makes, which asks the bean itself. */
    protected Proxy() {
        inFront = false;
    }

    public boolean isInFront() {
        return inFront;
    }
}

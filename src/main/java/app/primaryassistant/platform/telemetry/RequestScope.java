package app.primaryassistant.platform.telemetry;

import app.primaryassistant.platform.http.Proxy;
import jakarta.inject.Inject;
import jakarta.servlet.ServletRequestEvent;
import jakarta.servlet.ServletRequestListener;
import jakarta.servlet.annotation.WebListener;
import jakarta.servlet.http.HttpServletRequest;

/**
 * Names each request at its very beginning and forgets the name at its end. A listener rather than a filter, for the
 * session is looked up before the first filter runs.
 */
@WebListener
public class RequestScope implements ServletRequestListener {

    /** The request attribute that holds when it began, in nanoseconds of {@link System#nanoTime()}. */
    static final String BEGUN = RequestScope.class.getName() + ".begun";

    @Inject
    private Proxy proxy;

    @Override
    public void requestInitialized(ServletRequestEvent event) {
        var request = (HttpServletRequest) event.getServletRequest();
        String told = proxy.isInFront() ? request.getHeader(RequestId.HEADER) : null;
        RequestId.begin(told != null && RequestId.isWellFormed(told) ? told : RequestId.fresh());
        request.setAttribute(BEGUN, System.nanoTime());
    }

    @Override
    public void requestDestroyed(ServletRequestEvent event) {
        RequestId.end();
    }
}

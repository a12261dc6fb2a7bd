package app.primaryassistant.platform.security;

import app.primaryassistant.platform.http.Proxy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;

/** The address a request came from. Only where a proxy is known to stand in front is its header believed. */
@ApplicationScoped
public class ClientAddress {

    private static final int LONGEST = 45;

    @Inject
    private Proxy proxy;

    @Inject
    private HttpServletRequest request;

    public String current() {
        String forwarded = proxy.isInFront() ? request.getHeader("X-Forwarded-For") : null;
        String address = forwarded == null ? request.getRemoteAddr() : forwarded.strip();
        return address.substring(0, Math.min(address.length(), LONGEST));
    }
}

/**
 * Who a request is from and what it may do, for all features alike.
 *
 * <p>A request is known by a session cookie or a bearer token ({@link
 * app.primaryassistant.platform.security.RequestAuthentication}); the features ask {@link
 * app.primaryassistant.platform.security.Caller}. Access is denied unless an endpoint's own annotation grants it.
 */
@NullMarked
package app.primaryassistant.platform.security;

import org.jspecify.annotations.NullMarked;

/**
 * Sends e-mail where the operator has set a server for it, beside the request that asks for it.
 *
 * <p>Links in an e-mail begin with the address that the operator has set, never with what a client calls this server: else a
 * stranger could have a link sent to somebody that leads to the stranger's own server.
 */
@NullMarked
package app.primaryassistant.platform.mail;

import org.jspecify.annotations.NullMarked;

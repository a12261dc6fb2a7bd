/** Signing in and out, the account's own pages, as JAX-RS resources with their request and response records. */
@NullMarked
package app.primaryassistant.accounts.boundary;

import org.jspecify.annotations.NullMarked;

/** Signing in, the secrets that prove it, and the repositories of accounts and what belongs to them. */
@NullMarked
package app.primaryassistant.accounts.control;

import org.jspecify.annotations.NullMarked;

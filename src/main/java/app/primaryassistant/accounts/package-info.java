/** Who may come in: accounts, profiles, sessions, API tokens, invitations, and signing in by all of them. */
@NullMarked
package app.primaryassistant.accounts;

import org.jspecify.annotations.NullMarked;

/**
 * The way to PostgreSQL: the pool, the migrations at start, and the account that each transaction acts for.
 *
 * <p>Two database roles: one owns the schema and only migrates; the other serves requests, owns nothing, and sees
 * through row-level security only the rows of the account that {@link
 * app.primaryassistant.platform.persistence.ActingAccount} names together with the first statement of each transaction.
 */
@NullMarked
package app.primaryassistant.platform.persistence;

import org.jspecify.annotations.NullMarked;

/** What administrators do: accounts, invitations, failed sign-ins, the health of the parts. They never see health data. */
@NullMarked
package app.primaryassistant.admin;

import org.jspecify.annotations.NullMarked;

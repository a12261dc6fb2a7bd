/** Time as the program uses it: instants as PostgreSQL keeps them, and the civil day of a person, which is never the server's. */
@NullMarked
package app.primaryassistant.platform.time;

import org.jspecify.annotations.NullMarked;

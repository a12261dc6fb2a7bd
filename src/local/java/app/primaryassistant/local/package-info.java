/**
 * What runs the program on this machine, for people, for its tests and for measurements: PostgreSQL that needs no installation, the
 * server, the demo's data, the clock that tests live by, and the bench. Nothing of it is in the program that people host.
 */
@NullMarked
package app.primaryassistant.local;

import org.jspecify.annotations.NullMarked;

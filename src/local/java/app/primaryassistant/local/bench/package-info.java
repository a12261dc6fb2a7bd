/**
 * The bench: starts the program as in production, sends it the loads of {@code src/bench/loads.properties}, and compares it with what
 * PostgreSQL alone needs for the same statements. It reads {@code /proc}, so it runs on Linux only.
 */
@NullMarked
package app.primaryassistant.local.bench;

import org.jspecify.annotations.NullMarked;

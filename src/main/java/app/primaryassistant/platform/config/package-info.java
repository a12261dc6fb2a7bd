/**
 * Where settings come from: the environment, files named by {@code *_FILE} variables, and the defaults that are shipped.
 *
 * <p>The commands read them without a server, so {@link app.primaryassistant.platform.config.Settings} knows nothing of
 * MicroProfile; {@link app.primaryassistant.platform.config.SettingsFromFiles} gives the running program the same files.
 */
@NullMarked
package app.primaryassistant.platform.config;

import org.jspecify.annotations.NullMarked;

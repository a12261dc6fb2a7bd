/** Conditional requests: the version of what was read comes back with the change, so that no update is lost. */
@NullMarked
package app.primaryassistant.platform.http;

import org.jspecify.annotations.NullMarked;

/** What every answer and request of HTTP has in common: conditions, by which no update is lost, and the time an answer was made at. */
@NullMarked
package app.primaryassistant.platform.http;

import org.jspecify.annotations.NullMarked;

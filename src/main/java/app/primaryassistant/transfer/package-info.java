/** Histories that come from other programs and go to them: files brought in, looked at first, taken over, undone; and exports. */
@NullMarked
package app.primaryassistant.transfer;

import org.jspecify.annotations.NullMarked;

/** How much training somebody carries: by day, against what they are used to, and against what they set out to do. */
@NullMarked
package app.primaryassistant.load;

import org.jspecify.annotations.NullMarked;

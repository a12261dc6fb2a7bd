/** Training programs: what there is to follow, who follows it, and what the next session is. */
@NullMarked
package app.primaryassistant.programs;

import org.jspecify.annotations.NullMarked;

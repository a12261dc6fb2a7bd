/** Histories that go to other programs: everything that somebody recorded, as files that can be imported again. */
@NullMarked
package app.primaryassistant.exports;

import org.jspecify.annotations.NullMarked;

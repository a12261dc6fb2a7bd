/**
 * Journeys of people through the pages, in a real browser against the whole program. They find things by role and label
 * only, so that whatever they can do, somebody with a screen reader can do too.
 */
@NullMarked
package app.primaryassistant.browser;

import org.jspecify.annotations.NullMarked;

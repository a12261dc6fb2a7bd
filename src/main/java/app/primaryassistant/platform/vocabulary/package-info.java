/** Terms that the database and the API know by a key of their own: each is defined once, as an enum. */
@NullMarked
package app.primaryassistant.platform.vocabulary;

import org.jspecify.annotations.NullMarked;

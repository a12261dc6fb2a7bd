/** Rows as text, written while PostgreSQL reads them. */
@NullMarked
package app.primaryassistant.exports.control;

import org.jspecify.annotations.NullMarked;

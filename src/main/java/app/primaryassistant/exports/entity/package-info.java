/** How text is written so that no spreadsheet takes it for a formula. */
@NullMarked
package app.primaryassistant.exports.entity;

import org.jspecify.annotations.NullMarked;

/**
 * Keeping an installation alive: the commands of an operator, backups that prove themselves, restoring them, and a look at
 * whether all is well.
 */
@NullMarked
package app.primaryassistant.operations;

import org.jspecify.annotations.NullMarked;

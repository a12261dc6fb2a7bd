/** Backups, findings and the statuses of commands. */
@NullMarked
package app.primaryassistant.operations.entity;

import org.jspecify.annotations.NullMarked;

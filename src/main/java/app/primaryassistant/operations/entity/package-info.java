/** How commands end: their statuses, and what failed. */
@NullMarked
package app.primaryassistant.operations.entity;

import org.jspecify.annotations.NullMarked;

/** An account and what belongs to it. Its health data lives in the other features, which know it by id only. */
@NullMarked
package app.primaryassistant.accounts.entity;

import org.jspecify.annotations.NullMarked;

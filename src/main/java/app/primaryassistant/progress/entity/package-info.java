/** What was lifted and what it amounts to. */
@NullMarked
package app.primaryassistant.progress.entity;

import org.jspecify.annotations.NullMarked;

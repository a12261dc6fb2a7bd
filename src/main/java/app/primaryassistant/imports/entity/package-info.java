/** An import and what is known of it: how its file is written, what was found in it, and what somebody answered. */
@NullMarked
package app.primaryassistant.imports.entity;

import org.jspecify.annotations.NullMarked;

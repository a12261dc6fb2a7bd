/** Work that is done at night by one of all replicas, and what became of it. */
@NullMarked
package app.primaryassistant.platform.jobs;

import org.jspecify.annotations.NullMarked;

/** The administrators' resources. Every one of them asks for the role {@code admin}, which no API token carries. */
@NullMarked
package app.primaryassistant.admin.boundary;

import org.jspecify.annotations.NullMarked;

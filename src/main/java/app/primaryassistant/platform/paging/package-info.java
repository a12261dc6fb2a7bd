/**
 * Lists by keyset: a page says where the next one begins, so that page 1,000 costs as much as page 1 and a row added
 * meanwhile moves nothing.
 */
@NullMarked
package app.primaryassistant.platform.paging;

import org.jspecify.annotations.NullMarked;

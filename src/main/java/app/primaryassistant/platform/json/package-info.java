/** What JSON the program accepts: bounded in size and depth, without unknown properties, with texts PostgreSQL can keep. */
@NullMarked
package app.primaryassistant.platform.json;

import org.jspecify.annotations.NullMarked;

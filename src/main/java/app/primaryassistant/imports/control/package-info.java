/**
 * The way of a file: it is stored, read into tables where its rows wait, compared with what is there, and written by PostgreSQL
 * once somebody has said yes. Each row keeps the id of its import, by which the whole is undone.
 *
 * <p>Its content key makes that a file imported twice changes nothing: a row whose key the account has already is left alone,
 * also one that was deleted since. The rows wait in the database rather than in memory, so that an import of any size costs the
 * program the same, and any replica can go on with it.
 *
 * <p>Files are read and written beside their requests, a few at a time ({@link app.primaryassistant.imports.control.WorkQueue}).
 * Who works on an import holds a lock of the database until the end of the transaction that does the work ({@link
 * app.primaryassistant.imports.control.ImportLock}): if it dies, the lock goes with its connection, nothing of it stays, and
 * the next server that starts, or whoever looks at the import next, has it begun anew. So it may be begun twice, and is done once.
 */
@NullMarked
package app.primaryassistant.imports.control;

import org.jspecify.annotations.NullMarked;

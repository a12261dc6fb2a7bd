/**
 * Archives of the database and the files, made while the program runs and restored beside it.
 *
 * <p><b>Consistent.</b> All tables are read in one transaction that sees one moment, as the role that owns them and is not
 * held by row-level security; the files are read after that moment. A file is named by a row, never changes, and is removed
 * long after its row, so every row of the moment finds its file.
 *
 * <p><b>Proven.</b> An archive ends with a manifest: of each table the number of rows and the SHA-256 of its text in the
 * order of its key, of each file the size and SHA-256. It is a ZIP in the age format, whose last piece is marked, so what is
 * cut off, changed or made with another key is refused before anything is touched.
 *
 * <p><b>Restored without risk.</b> An archive is loaded into a scratch database with the schema it was made with, compared
 * with its manifest, and brought up to date there. Only then one transaction on the program's own database takes away every
 * row, copies the scratch's rows and compares them. Whatever ends that transaction before its commit leaves the old data; no
 * privilege, function or connection changes. (Renaming databases would need the right to end other roles' connections, and
 * renaming schemas would break functions, whose {@code search_path} names the schema.)
 */
@NullMarked
package app.primaryassistant.operations.control;

import org.jspecify.annotations.NullMarked;

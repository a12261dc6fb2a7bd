/**
 * The operator's commands, and the administrators' resources about the installation. The commands run on plain Java with the
 * program's classes and libraries; nothing of Jakarta EE or MicroProfile is on the class path, so a command must not load a
 * class whose methods need it. A failure is one line that says what to do, and an exit status.
 */
@NullMarked
package app.primaryassistant.operations.boundary;

import org.jspecify.annotations.NullMarked;

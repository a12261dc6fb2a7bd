/**
 * The command {@code assistant}: what an operator does from a terminal, without a running server.
 *
 * <p>The commands run on plain Java with the program's classes and libraries; nothing of Jakarta EE or MicroProfile is on
 * the class path, so a command must not load a class whose methods need it. Each feature offers its own commands through
 * {@link java.util.ServiceLoader}. A failure is one line that says what to do, and an exit status.
 */
@NullMarked
package app.primaryassistant.platform.command;

import org.jspecify.annotations.NullMarked;

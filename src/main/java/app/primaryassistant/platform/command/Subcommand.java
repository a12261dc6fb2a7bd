package app.primaryassistant.platform.command;

import java.util.concurrent.Callable;

/** A command below {@code assistant}, found by {@link java.util.ServiceLoader}; it returns its {@link Status}. */
public interface Subcommand extends Callable<Integer> {}

package app.primaryassistant.operations.entity;

/** A command could not do its work. The message is for the operator: what failed, and what to do. */
public class CommandFailed extends Exception {

    private static final long serialVersionUID = 1;

    public CommandFailed(String message) {
        super(message);
    }

    public CommandFailed(String message, Throwable cause) {
        super(message, cause);
    }
}

package app.primaryassistant.operations.entity;

/** Exit statuses of the commands. */
public final class Status {

    public static final int OK = 0;
    public static final int FAILED = 1;
    public static final int USAGE = 2;

    /** A setting is missing or wrong; {@code EX_CONFIG} of {@code sysexits.h}. */
    public static final int CONFIGURATION = 78;

    private Status() {}
}

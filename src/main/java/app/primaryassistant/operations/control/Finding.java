package app.primaryassistant.operations.control;

/** What a check of the installation has found: how bad it is, and what to do where it is not good. */
public record Finding(Grade grade, String text) {

    /** How bad it is. */
    public enum Grade {
        OK,
        WARN,
        FAIL
    }

    public static Finding ok(String text) {
        return new Finding(Grade.OK, text);
    }

    public static Finding warn(String text) {
        return new Finding(Grade.WARN, text);
    }

    public static Finding fail(String text) {
        return new Finding(Grade.FAIL, text);
    }
}

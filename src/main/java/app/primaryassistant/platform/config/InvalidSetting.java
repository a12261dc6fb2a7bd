package app.primaryassistant.platform.config;

/** A setting with which the program cannot run. The message names it and says what to do, and never shows its value. */
public class InvalidSetting extends RuntimeException {

    private static final long serialVersionUID = 1;

    public InvalidSetting(String message) {
        super(message);
    }
}

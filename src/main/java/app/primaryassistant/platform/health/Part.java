package app.primaryassistant.platform.health;

import org.jspecify.annotations.Nullable;

/** A part of the program and how it is: {@code up} or {@code down}, and why where that is known. */
public record Part(String name, String status, @Nullable String detail) {

    static Part up(String name) {
        return new Part(name, "up", null);
    }

    public static Part up(String name, String detail) {
        return new Part(name, "up", detail);
    }

    public static Part down(String name, String detail) {
        return new Part(name, "down", detail);
    }

    boolean isUp() {
        return status.equals("up");
    }
}

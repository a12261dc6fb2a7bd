package app.primaryassistant.platform.health;

import org.jspecify.annotations.Nullable;

/** A part of the program and how it is: {@code up} or {@code down}, and why where that is known. */
public record ProbeResult(
        String name, String status, @Nullable String detail) {

    static ProbeResult up(String name) {
        return new ProbeResult(name, "up", null);
    }

    public static ProbeResult up(String name, String detail) {
        return new ProbeResult(name, "up", detail);
    }

    public static ProbeResult down(String name, String detail) {
        return new ProbeResult(name, "down", detail);
    }

    boolean isUp() {
        return status.equals("up");
    }
}

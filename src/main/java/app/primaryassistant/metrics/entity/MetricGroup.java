package app.primaryassistant.metrics.entity;

import java.util.Locale;

/** How the catalogue is arranged, in the order people think of it. */
public enum MetricGroup {
    BODY,
    GIRTH,
    VITAL,
    WELLNESS,
    /** What an account added for itself. */
    OWN;

    /** The name in the API. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}

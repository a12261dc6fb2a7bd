package app.primaryassistant.platform.health;

/** Something a feature says about the installation's health that makes nobody wait: the program serves all the same. */
public interface HealthNotice {

    String name();

    /** For administrators. */
    ProbeResult part();

    /** For everybody who asks whether the program is ready: nothing of the machine's insides. */
    String summary();
}

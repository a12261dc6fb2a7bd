package app.primaryassistant.platform.health;

/** Something a feature says about the installation's health that makes nobody wait: the program serves all the same. */
public interface Remark {

    String name();

    /** For administrators. */
    Part part();

    /** For everybody who asks whether the program is ready: nothing of the machine's insides. */
    String summary();
}

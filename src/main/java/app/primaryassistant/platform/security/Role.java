package app.primaryassistant.platform.security;

/** The roles that {@code @RolesAllowed} names. Each is a right, not a kind of person. */
public final class Role {

    /** Reading one's own data: every session and every API token. */
    public static final String READ = "read";

    /** Changing one's own data: every session, and API tokens with that scope. */
    public static final String WRITE = "write";

    /** What only a person at a browser may do, such as making API tokens. */
    public static final String SESSION = "session";

    /** What only an administrator at a browser may do. API tokens never carry it. */
    public static final String ADMIN = "admin";

    private Role() {}
}

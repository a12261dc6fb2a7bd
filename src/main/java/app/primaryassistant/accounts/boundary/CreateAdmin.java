package app.primaryassistant.accounts.boundary;

import app.primaryassistant.accounts.control.Passwords;
import app.primaryassistant.platform.persistence.Ids;
import app.primaryassistant.platform.persistence.UniqueViolation;
import java.io.Console;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Scanner;
import java.util.UUID;

/**
 * The command {@code create-admin}: makes another administrator, by whoever can reach the database as the role that owns
 * the schema. It starts no server; the password is read from the terminal, or from standard input where there is none.
 */
public final class CreateAdmin {

    private CreateAdmin() {}

    /** @param arguments the name to sign in with */
    public static void main(String[] arguments) {
        if (arguments.length != 1 || !arguments[0].matches("[A-Za-z0-9._@+-]{2,64}")) {
            System.err.println("Usage: create-admin NAME   (2 to 64 of the letters a to z, digits and . _ @ + -)");
            System.exit(2);
        }
        String password = password();
        if (password.length() < 12 || password.length() > 128) {
            System.err.println("The password must have 12 to 128 characters.");
            System.exit(2);
        }
        try {
            create(arguments[0], new Passwords().hash(password));
            System.out.println("The administrator " + arguments[0] + " can sign in now.");
        } catch (SQLException failed) {
            System.err.println(
                    UniqueViolation.isCauseOf(failed)
                            ? "This name is taken."
                            : "The administrator could not be made: " + failed.getMessage()
                                    + "\nCheck DATABASE_URL, DATABASE_MIGRATION_USER and DATABASE_MIGRATION_PASSWORD.");
            System.exit(1);
        }
    }

    private static void create(String name, String passwordHash) throws SQLException {
        try (var connection = DriverManager.getConnection(
                setting("DATABASE_URL", "jdbc:postgresql://localhost:5432/fitness_db?stringtype=unspecified"),
                setting("DATABASE_MIGRATION_USER", "fitness_user"),
                setting("DATABASE_MIGRATION_PASSWORD", ""))) {
            try (var administrator = connection.prepareStatement(
                    """
                    with made as (
                        insert into account (id, name, password_hash, role, created_at, version)
                        values (?, ?, ?, 'admin', now(), 1) returning id, name
                    )
                    insert into profile (account_id, display_name, zone, locale, mass, length, temperature, glucose, version)
                    select id, name, 'UTC', 'en', 'kg', 'cm', '°C', 'mmol/L', 1 from made
                    """)) {
                UUID id = Ids.next();
                administrator.setObject(1, id);
                administrator.setString(2, name);
                administrator.setString(3, passwordHash);
                administrator.executeUpdate();
            }
        }
    }

    private static String setting(String name, String otherwise) {
        return Optional.ofNullable(System.getenv(name)).orElse(otherwise);
    }

    private static String password() {
        Console console = System.console();
        if (console != null) {
            return new String(console.readPassword("Password: "));
        }
        try (var input = new Scanner(System.in, StandardCharsets.UTF_8)) {
            return input.hasNextLine() ? input.nextLine() : "";
        }
    }
}

package app.primaryassistant.support;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;

/**
 * A real PostgreSQL, started from Maven Central's binaries, with the program's two roles and an empty database.
 *
 * <p>The roles are made as the containers' init script makes them; the schema is the program's own affair.
 */
public final class Database implements AutoCloseable {

    public static final String OWNER = "fitness_user";
    public static final String APPLICATION = "fitness_app";
    private static final String PASSWORD = "local";
    private static final String NAME = "fitness_db";

    private final EmbeddedPostgres postgres;

    private Database(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    /** A database that is thrown away. */
    static Database temporary() throws IOException, SQLException {
        return prepared(EmbeddedPostgres.builder()
                .setServerConfig("log_statement", "all")
                .setServerConfig("log_line_prefix", "%u|%x|")
                .setServerConfig("fsync", "off")
                .start());
    }

    /** A database whose data stays in a directory. */
    static Database in(Path directory, int port) throws IOException, SQLException {
        return prepared(EmbeddedPostgres.builder()
                .setDataDirectory(directory.resolve("postgres"))
                .setCleanDataDirectory(false)
                .setPort(port)
                .start());
    }

    private static Database prepared(EmbeddedPostgres postgres) throws SQLException {
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            var exists = statement.executeQuery("select from pg_database where datname = '" + NAME + "'");
            if (!exists.next()) {
                statement.execute("create role " + OWNER + " login password '" + PASSWORD + "'");
                statement.execute("create role " + APPLICATION + " login password '" + PASSWORD + "'");
                statement.execute("create database " + NAME + " owner " + OWNER);
            }
        }
        return new Database(postgres);
    }

    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/" + NAME + "?stringtype=unspecified";
    }

    /** What the program is told, as the environment of its process. */
    Map<String, String> environment() {
        return Map.of(
                "DATABASE_URL", url() + "&connectTimeout=2&socketTimeout=20&tcpKeepAlive=true",
                "DATABASE_USER", APPLICATION,
                "DATABASE_PASSWORD", PASSWORD,
                "DATABASE_MIGRATION_USER", OWNER,
                "DATABASE_MIGRATION_PASSWORD", PASSWORD);
    }

    /** As the program itself: owning nothing, held by row-level security. */
    public Connection asApplication() throws SQLException {
        return DriverManager.getConnection(url(), APPLICATION, PASSWORD);
    }

    /** As the role that owns the schema and is not held by row-level security. */
    public Connection asOwner() throws SQLException {
        return DriverManager.getConnection(url(), OWNER, PASSWORD);
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}

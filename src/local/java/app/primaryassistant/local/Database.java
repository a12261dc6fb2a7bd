package app.primaryassistant.local;

import app.primaryassistant.platform.jobs.Purge;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A real PostgreSQL, started from Maven Central's binaries, with the program's two roles and an empty database.
 *
 * <p>The roles are made as the containers' init script makes them; the schema is the program's own affair.
 */
public final class Database implements AutoCloseable {

    public static final String OWNER = "fitness_user";
    public static final String APPLICATION = "fitness_app";
    public static final String PASSWORD = "on-this-machine-only";
    public static final String NAME = "fitness_db";

    private final Path directory;
    private final EmbeddedPostgres.Builder builder;
    private final Map<String, String> clock;
    private EmbeddedPostgres postgres;

    /** @param clock what makes a program go by the same clock as this database, as its environment */
    private Database(Path directory, EmbeddedPostgres.Builder builder, Map<String, String> clock) throws IOException {
        this.directory = directory;
        this.builder = builder;
        this.clock = clock;
        this.postgres = builder.start();
    }

    /** A database for tests, which goes by their clock: {@link TestClock}. */
    public static Database temporary(Path directory) throws IOException, SQLException {
        return prepared(
                directory, watched(directory).setServerConfig("app.clock_offset", TestClock.databaseSetting()), TestClock.environment());
    }

    /** One that goes by the real clock, for a program that is started as in production. */
    public static Database temporaryByRealClock(Path directory) throws IOException, SQLException {
        return prepared(directory, watched(directory), Map.of());
    }

    /**
     * It counts the statements it is sent, can be told to log their plans, asks everybody but its
     * administrator for the password, and keeps its log where {@code pg_read_file} finds it.
     */
    private static EmbeddedPostgres.Builder watched(Path directory) throws IOException {
        return builder(directory, Machine.freePort())
                .setServerConfig("hba_file", passwordsAsked(directory))
                .setServerConfig("shared_preload_libraries", "pg_stat_statements,auto_explain")
                .setServerConfig("pg_stat_statements.track_utility", "off")
                .setServerConfig("logging_collector", "on")
                .setServerConfig("fsync", "off");
    }

    private static String passwordsAsked(Path directory) throws IOException {
        Path rules = Files.writeString(
                directory.resolve("pg_hba.conf"),
                """
                host all postgres 127.0.0.1/32 trust
                host all all 127.0.0.1/32 scram-sha-256
                """);
        rules.toFile().setReadable(true, false);
        return rules.toString();
    }

    /**
     * A database for a person, whose data stays: what is committed is on the disk. By themselves these binaries are started
     * for tests, which is faster and loses the last commits with the first process that is killed.
     */
    public static Database lasting(Path directory, int port) throws IOException, SQLException {
        return prepared(directory, durable(directory, port), Map.of());
    }

    /** The same for the bench, which has it write the statements that it is sent into {@link #statements} for a moment. */
    public static Database measured(Path directory, int port) throws IOException, SQLException {
        return prepared(
                directory,
                durable(directory, port).setServerConfig("logging_collector", "on").setServerConfig("log_destination", "jsonlog"),
                Map.of());
    }

    private static EmbeddedPostgres.Builder durable(Path directory, int port) {
        return builder(directory, port)
                .setServerConfig("fsync", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("synchronous_commit", "on");
    }

    private static EmbeddedPostgres.Builder builder(Path directory, int port) {
        return EmbeddedPostgres.builder()
                .setDataDirectory(directory.resolve("postgres"))
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPort(port);
    }

    private static Database prepared(Path directory, EmbeddedPostgres.Builder builder, Map<String, String> clock)
            throws IOException, SQLException {
        var database = new Database(directory, builder, clock);
        database.prepare();
        return database;
    }

    private void prepare() throws SQLException {
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            var exists = statement.executeQuery("select from pg_database where datname = '" + NAME + "'");
            if (!exists.next()) {
                statement.execute("create role " + OWNER + " login password '" + PASSWORD + "'");
                statement.execute("create role " + APPLICATION + " login password '" + PASSWORD + "'");
                statement.execute("create database " + NAME + " owner " + OWNER);
            }
            // To compare with, and to prove a backup in, a database beside the program's own.
            statement.execute("alter role " + OWNER + " createdb");
        }
    }

    /** Ends PostgreSQL, and with it every connection; the data stays. */
    public void stop() throws IOException {
        postgres.close();
    }

    /** Starts it again on the same data and port. */
    public void restart() throws IOException {
        postgres = builder.start();
    }

    /** Kills the processes that serve the program, as the kernel does where memory runs out; PostgreSQL starts itself anew. */
    public void killConnections() throws SQLException {
        try (var connection = asSuperuser();
                var statement = connection.createStatement();
                var served = statement.executeQuery("select pid from pg_stat_activity where usename = '" + APPLICATION + "'")) {
            while (served.next()) {
                ProcessHandle.of(served.getLong(1)).ifPresent(ProcessHandle::destroyForcibly);
            }
        }
    }

    /** Kills PostgreSQL itself. Its other processes notice and end; {@link #restart} starts it again. */
    public void killServer() throws IOException {
        ProcessHandle postmaster = postmaster();
        List<ProcessHandle> processes = postmaster.descendants().toList();
        postmaster.destroyForcibly();
        postmaster.onExit().join();
        processes.forEach(process -> process.onExit().join());
        postgres.close();
    }

    /** The process that all others of PostgreSQL descend from. */
    public ProcessHandle postmaster() throws IOException {
        return ProcessHandle.of(Long.parseLong(
                        Files.readAllLines(directory.resolve("postgres").resolve("postmaster.pid")).getFirst()))
                .orElseThrow();
    }

    /** Where a {@link #measured} database keeps its log, a JSON object a line. */
    public Path statements() {
        return directory.resolve("postgres").resolve("log");
    }

    public int port() {
        return postgres.getPort();
    }

    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + port() + "/" + NAME + "?stringtype=unspecified";
    }

    /** What the program is told, as the environment of its process. */
    public Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(clock);
        environment.put("DATABASE_URL", url() + "&connectTimeout=2&socketTimeout=20&tcpKeepAlive=true");
        environment.put("DATABASE_USER", APPLICATION);
        environment.put("DATABASE_PASSWORD", PASSWORD);
        environment.put("DATABASE_MIGRATION_USER", OWNER);
        environment.put("DATABASE_MIGRATION_PASSWORD", PASSWORD);
        return environment;
    }

    /** As the program itself: owning nothing, held by row-level security. */
    public Connection asApplication() throws SQLException {
        return DriverManager.getConnection(url(), APPLICATION, PASSWORD);
    }

    /** As the role that owns the schema and is not held by row-level security. */
    public Connection asOwner() throws SQLException {
        return DriverManager.getConnection(url(), OWNER, PASSWORD);
    }

    /** The one number that a query of the owner answers. */
    public long number(String query, Object... parameters) throws SQLException {
        try (var connection = asOwner();
                var statement = prepare(connection, query, parameters);
                var row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Does what the nightly purge does, as the application's role. */
    public void purge() throws SQLException {
        try (var connection = asApplication();
                var statement = connection.createStatement()) {
            var functions = new ArrayList<String>();
            try (var rows = statement.executeQuery("select proname from pg_proc where proname like 'purge\\_%' order by 1")) {
                while (rows.next()) {
                    functions.add(rows.getString(1));
                }
            }
            for (String function : functions) {
                statement.execute("select %s(server_now() - interval '%s')".formatted(function, Purge.RESTORABLE));
            }
        }
    }

    /** Changes rows as their owner and returns how many. */
    public int change(String command, Object... parameters) throws SQLException {
        try (var connection = asOwner();
                var statement = prepare(connection, command, parameters)) {
            return statement.executeUpdate();
        }
    }

    private static PreparedStatement prepare(Connection connection, String sql, Object... parameters) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }

    /** As PostgreSQL's administrator, in the program's database. */
    public Connection asSuperuser() throws SQLException {
        return postgres.getDatabase("postgres", NAME).getConnection();
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}

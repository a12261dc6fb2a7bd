package app.primaryassistant.local;

import app.primaryassistant.accounts.control.Argon2id;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;

/** A demo account with three years of lifelike measurements and training, made once. */
public final class Demo {

    public static final String NAME = "demo";
    public static final String PASSWORD = "three years of data";

    private Demo() {}

    /** For somebody who lives where, and when, the tests take place. */
    public static void prepare(Database database) throws SQLException, IOException {
        prepare(database, TestClock.zone(), TestClock.today());
    }

    /**
     * Returns a line that says how to sign in.
     *
     * @param zone where the account lives
     * @param today the day it is there; the data end on the day before
     */
    public static String prepare(Database database, ZoneId zone, LocalDate today) throws SQLException, IOException {
        String hash = new Argon2id(1).hash(PASSWORD);
        try (var connection = database.asOwner();
                var account = connection.prepareStatement(
                        """
                        insert into account (id, name, password_hash, role, created_at, version)
                        select gen_random_uuid(), ?, ?, 'member', server_now(), 1
                        where not exists (select from account where name = ?)
                        """)) {
            account.setString(1, NAME);
            account.setString(2, hash);
            account.setString(3, NAME);
            if (account.executeUpdate() == 1) {
                connection.setAutoCommit(false);
                try (var data = connection.createStatement();
                        var settings = connection.prepareStatement("select set_config('demo.zone', ?, true), set_config('demo.today', ?, true)")) {
                    settings.setString(1, zone.getId());
                    settings.setString(2, today.toString());
                    settings.execute();
                    data.execute(script("/demo.sql"));
                    data.execute(script("/demo-training.sql"));
                }
                connection.commit();
                connection.setAutoCommit(true);
            }
        }
        return "Demo account: sign in as \"" + NAME + "\" with the password \"" + PASSWORD + "\"";
    }

    private static String script(String name) throws IOException {
        try (InputStream script = Demo.class.getResourceAsStream(name)) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

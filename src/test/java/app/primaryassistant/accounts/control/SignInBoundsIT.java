package app.primaryassistant.accounts.control;

import static org.assertj.core.api.Assertions.assertThat;

import app.primaryassistant.local.Database;
import app.primaryassistant.support.Api;
import app.primaryassistant.support.Application;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is kept of attempts to sign in, however many names are made up. */
class SignInBoundsIT {

    private static final Database DATABASE = Application.running().database();

    /** The tests' own rows are known by it, and belong to nobody. */
    private static final String ADDRESS = "192.0.2.7";

    @Test
    void onlyWhatTheLastHundredThousandAttemptsWereAboutIsKept() throws SQLException {
        run("select begin_sign_in('made-up-' || n, '') from generate_series(1, 150) n");
        assertThat(madeUp()).isEqualTo(150);

        run("select setval('sign_in_attempt', nextval('sign_in_attempt') + 99849)");
        attempt("one more");
        assertThat(madeUp()).isEqualTo(149);

        run("select setval('sign_in_attempt', nextval('sign_in_attempt') + 100000)");
        attempt("and another");
        attempt("and a third");
        assertThat(madeUp()).isZero();
    }

    @Test
    void anAttemptThatIsRefusedPushesNoOtherOut() throws SQLException {
        String name = Api.freshName();
        for (int i = 0; i < 5; i++) {
            attempt(name);
        }
        long before = DATABASE.number("select last_value from sign_in_attempt");

        for (int i = 0; i < 20; i++) {
            attempt(name);
        }

        assertThat(DATABASE.number("select last_value from sign_in_attempt")).isEqualTo(before);
    }

    @Test
    void theLastThousandFailuresOfAnAccountAreKept() throws SQLException {
        UUID account = Api.signedUp().account();

        fail("'" + account + "'", 1_200);

        assertThat(DATABASE.number("select count(*) from sign_in_failure where account_id = ?", account))
                .isEqualTo(1_000);
        assertThat(DATABASE.number("""
                        select count(*) from sign_in_failure
                        where account_id = ? and at > timestamptz '2024-03-31 12:00Z' - interval '999.5 seconds'
                        """, account)).isEqualTo(1_000);
    }

    @Test
    void theLastFiveThousandFailuresOfNobodyAreKept() throws SQLException {
        try {
            fail("null", 5_500);

            assertThat(DATABASE.number("select count(*) from sign_in_failure where account_id is null"))
                    .isEqualTo(5_000);
        } finally {
            DATABASE.change("delete from sign_in_failure where address = ?", ADDRESS);
        }
    }

    private static void fail(String account, int times) throws SQLException {
        run("""
                insert into sign_in_failure (id, at, account_id, address, reason)
                select gen_random_uuid(), timestamptz '2024-03-31 12:00Z' - n * interval '1 second', %s, '%s', 'password'
                from generate_series(0, %d) n
                """.formatted(account, ADDRESS, times - 1));
    }

    private static void attempt(String name) throws SQLException {
        run("select begin_sign_in('" + name + "', '')");
    }

    private static void run(String sql) throws SQLException {
        try (var owner = DATABASE.asOwner();
                var statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long madeUp() throws SQLException {
        return DATABASE.number("""
                select count(*) from sign_in_throttle
                where name_hash in (select sha256(convert_to('made-up-' || n, 'UTF8')) from generate_series(1, 150) n)
                """);
    }
}

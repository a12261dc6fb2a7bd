package app.primaryassistant.platform.persistence;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;

/** Tells the database which account the current transaction acts for; the setting ends with the transaction. */
@ApplicationScoped
public class ActingAccount {

    @Resource(lookup = "java:app/jdbc/assistant")
    private DataSource dataSource;

    /**
     * Must run inside a transaction: the pool then hands out the one connection that the persistence context uses too.
     *
     * @throws DatabaseUnavailable if the database cannot be reached
     */
    public void set(UUID account) {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement("select set_config('app.account', ?, true)")) {
            statement.setString(1, account.toString());
            statement.execute();
        } catch (SQLException failed) {
            throw new DatabaseUnavailable(failed);
        }
    }
}

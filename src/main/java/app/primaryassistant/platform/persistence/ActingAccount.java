package app.primaryassistant.platform.persistence;

import static app.primaryassistant.platform.persistence.Parameters.with;

import app.primaryassistant.platform.telemetry.RequestId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Tells the database which account the current transaction acts for, and for which request; both end with the transaction. */
@ApplicationScoped
public class ActingAccount {

    private static final String APPLICATION_NAME = "primary-assistant";

    @Inject
    private Sql sql;

    /**
     * Must run inside a transaction. The connection is the persistence context's own: one from the pool need not be the
     * same, although both would belong to the transaction.
     *
     * @throws DatabaseUnavailable if the database cannot be reached
     */
    public void set(UUID account) {
        sql.call(
                "select set_config('app.account', :account, true), set_config('application_name', :name, true)",
                with("account", account.toString()).and("name", name()));
    }

    /**
     * The same for a transaction without an account.
     *
     * @throws DatabaseUnavailable if the database cannot be reached
     */
    void setRequest() {
        sql.call("select set_config('application_name', :name, true)", with("name", name()));
    }

    private static String name() {
        return RequestId.current().map(id -> APPLICATION_NAME + " " + id).orElse(APPLICATION_NAME);
    }
}

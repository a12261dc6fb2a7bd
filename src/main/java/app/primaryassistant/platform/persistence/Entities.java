package app.primaryassistant.platform.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** The one way to the entities of the current transaction: whoever has them acts for its account. */
@ApplicationScoped
public class Entities {

    @PersistenceContext
    private EntityManager manager;

    @Inject
    private Sql sql;

    /**
     * The entity manager of the current transaction, whose connection knows the account.
     *
     * @throws DatabaseUnavailable if the database cannot be reached
     */
    public EntityManager manager() {
        sql.nameAccount();
        return manager;
    }
}

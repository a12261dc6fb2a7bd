package app.primaryassistant.platform.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** The only way to JPA entities: it makes sure that their connection acts for the account of the transaction. */
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

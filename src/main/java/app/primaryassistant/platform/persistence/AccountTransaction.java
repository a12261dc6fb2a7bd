package app.primaryassistant.platform.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * A transaction of its own that acts for an account: for work that goes on after its request was answered, and for requests
 * that must not hold a connection while a client sends them at leisure.
 */
@ApplicationScoped
public class AccountTransaction {

    @Inject
    private ActingAccount actingAccount;

    /** Runs the work, and commits unless it throws. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public <T> T of(UUID account, Supplier<T> work) {
        actingAccount.set(account);
        return work.get();
    }
}

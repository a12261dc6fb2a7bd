package app.primaryassistant.platform.persistence;

import static app.primaryassistant.platform.persistence.Parameters.with;

import app.primaryassistant.platform.telemetry.RequestId;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.Optional;
import java.util.UUID;

/**
 * The account that a transaction acts for. It is named to the database in the same round trip as the first statement, and the
 * name ends with the transaction.
 */
@ApplicationScoped
public class ActingAccount {

    /** Its columns have a fixed length: with others the driver would wait for the answer before it sends more. */
    private static final String NAMES = "select set_config('app.account', :actingAccount, true) is not null, "
            + "set_config('application_name', :actingFor, true) is not null;\n";

    static final Envelope STATEMENT = new Envelope(NAMES, "", 1, false);

    /** A whole transaction, and still one if the driver waits in between. */
    static final Envelope READ = new Envelope("begin read only;\n" + NAMES, "\n;\ncommit", 2, true);

    /** Whom a transaction acts for, and whether its connection knows. */
    private static final class Acting {
        private final String account;
        private final boolean reads;
        private boolean named;

        private Acting(String account, boolean reads) {
            this.account = account;
            this.reads = reads;
        }
    }

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    private TransactionSynchronizationRegistry transaction;

    /**
     * What a statement is sent together with.
     *
     * @param answersBefore how many results come before that of the statement
     * @param isTransaction whether it begins and commits a transaction, which stays open if the statement fails
     */
    record Envelope(String before, String after, int answersBefore, boolean isTransaction) {

        Preamble with(Parameters parameters) {
            return new Preamble(this, parameters);
        }
    }

    /** What goes with the next statement, in the same round trip. */
    record Preamble(Envelope envelope, Parameters parameters) {}

    /**
     * Sets whom the current transaction acts for, from its next statement on.
     *
     * @throws IllegalStateException outside of a transaction
     */
    public void set(UUID account) {
        put(new Acting(account.toString(), false));
    }

    /**
     * Sets the same for the transaction of a request.
     *
     * @param account empty for a visitor, who sees no personal row
     * @param reads whether it only reads, so that each of its statements can be a transaction of its own
     */
    void begin(Optional<UUID> account, boolean reads) {
        put(new Acting(account.map(UUID::toString).orElse(""), reads));
    }

    /** Whether there is a transaction whose account has not been set yet. */
    boolean isUnset() {
        return transaction.getTransactionKey() != null && current().isEmpty();
    }

    /**
     * Whether the next statement is to be read beside the current transaction. Not once that has a connection: a request that
     * held one while it waited for another could wait for ever.
     */
    boolean readsBeside() {
        return current().filter(acting -> acting.reads && !acting.named).isPresent();
    }

    /** What makes the next statement act for the account; empty if its connection does already, or acts for none. */
    Optional<Preamble> preamble() {
        return readsBeside() ? current().map(acting -> READ.with(parameters(acting))) : naming();
    }

    /** What makes the connection of the current transaction act for the account; empty if it does already, or acts for none. */
    Optional<Preamble> naming() {
        return current().filter(acting -> !acting.named).map(acting -> STATEMENT.with(parameters(acting)));
    }

    /** Must be called once the connection of the current transaction knows the account. */
    void named() {
        current().ifPresent(acting -> acting.named = true);
    }

    private Optional<Acting> current() {
        return transaction.getTransactionKey() == null
                ? Optional.empty()
                : Optional.ofNullable((Acting) transaction.getResource(Acting.class));
    }

    private void put(Acting acting) {
        transaction.putResource(Acting.class, acting);
    }

    private static Parameters parameters(Acting acting) {
        String name =
                RequestId.current().map(id -> Login.APPLICATION_NAME + " " + id).orElse(Login.APPLICATION_NAME);
        return with("actingAccount", acting.account).and("actingFor", name);
    }
}

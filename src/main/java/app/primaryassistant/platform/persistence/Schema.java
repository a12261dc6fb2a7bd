package app.primaryassistant.platform.persistence;

import static app.primaryassistant.platform.persistence.Parameters.none;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.RuntimeEnvironment;
import liquibase.Scope;
import liquibase.UpdateSummaryOutputEnum;
import liquibase.analytics.configuration.AnalyticsArgs;
import liquibase.changelog.ChangeLogIterator;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.filter.ChangeSetFilter;
import liquibase.changelog.filter.ChangeSetFilterResult;
import liquibase.changelog.filter.ShouldRunChangeSetFilter;
import liquibase.changelog.visitor.UpdateVisitor;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.lockservice.LockServiceFactory;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.ui.ConsoleUIService;

/**
 * The schema of one database, as the change log describes it and as it is.
 *
 * <p>It works through a connection of the role that owns the schema. Liquibase leaves the connection without automatic commits.
 */
public final class Schema {

    // By itself it reports each command to its makers, and waits for seconds where they cannot be reached.
    static {
        System.setProperty(AnalyticsArgs.ENABLED.getKey(), "false");
    }

    /** The number of the advisory lock that all who change this schema take. */
    private static final String LOCK = "hashtext('schema')";

    private final DirectConnection connection;
    private final SchemaMark mark;
    private final Liquibase liquibase;

    private interface Change {
        void make() throws LiquibaseException;
    }

    /** @param applicationRole the role that is granted what it may do */
    public Schema(DirectConnection connection, String applicationRole) throws LiquibaseException {
        this.connection = connection;
        this.mark = new SchemaMark(connection, applicationRole);
        // Liquibase prints what it does to standard output, which belongs to the commands and to the server's log.
        if (Scope.getCurrentScope().getUI() instanceof ConsoleUIService console) {
            console.setOutputStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        }
        var database =
                DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection.jdbc()));
        var resources = new ClassLoaderResourceAccessor(Schema.class.getClassLoader());
        this.liquibase = new Liquibase("db/changelog/changelog.xml", resources, database);
        liquibase.setChangeLogParameter("applicationRole", applicationRole);
        // By itself it prints a table between the lines of the log.
        liquibase.setShowSummaryOutput(UpdateSummaryOutputEnum.LOG);
    }

    /** Applies what is missing. Of several callers at once one does it, the others wait. */
    public void update() throws LiquibaseException {
        alone(() -> {
            liquibase.update(new Contexts(), new LabelExpression());
            mark.leave();
            connection.commit();
        });
    }

    /** Takes back the change sets that were applied last. */
    public void rollback(int count) throws LiquibaseException {
        alone(() -> liquibase.rollback(count, new Contexts(), new LabelExpression()));
    }

    /** The change sets that {@link #update} would apply, in its order. */
    public List<String> missing() throws LiquibaseException {
        return liquibase.listUnrunChangeSets(new Contexts(), new LabelExpression()).stream()
                .map(Schema::name)
                .toList();
    }

    /** All change sets that this program knows, in their order. */
    public List<String> known() throws LiquibaseException {
        return liquibase.getDatabaseChangeLog().getChangeSets().stream()
                .map(Schema::name)
                .toList();
    }

    /** The change sets that are applied, in the order in which they were. */
    public List<String> applied() throws LiquibaseException {
        return liquibase.getDatabase().getRanChangeSetList().stream()
                .map(ran -> ran.getAuthor() + ":" + ran.getId())
                .toList();
    }

    /** Applies only those of the missing change sets that are named. */
    public void updateTo(Set<String> named) throws LiquibaseException {
        alone(() -> apply(named));
    }

    private void apply(Set<String> named) throws LiquibaseException {
        var database = liquibase.getDatabase();
        var lock = LockServiceFactory.getInstance().getLockService(database);
        lock.waitForLock();
        try {
            var changeLog = liquibase.getDatabaseChangeLog();
            liquibase.checkLiquibaseTables(true, changeLog, new Contexts(), new LabelExpression());
            new ChangeLogIterator(changeLog, new ShouldRunChangeSetFilter(database), new Only(named))
                    .run(
                            new UpdateVisitor(database, null, null),
                            new RuntimeEnvironment(database, new Contexts(), new LabelExpression()));
        } finally {
            lock.releaseLock();
        }
    }

    /**
     * Makes a change while nobody else does. Liquibase's own lock is a row, which outlives its holder: who was killed would
     * have stopped every later start. This one ends with its connection, so whoever has it may discard such a row. After a
     * failure it is left to the end of the connection, whose transaction may have been aborted.
     */
    private void alone(Change change) throws LiquibaseException {
        connection.call("select pg_advisory_lock(" + LOCK + ")", none());
        liquibase.forceReleaseLocks();
        change.make();
        connection.call("select pg_advisory_unlock(" + LOCK + ")", none());
    }

    private record Only(Set<String> named) implements ChangeSetFilter {

        @Override
        public ChangeSetFilterResult accepts(ChangeSet change) {
            return new ChangeSetFilterResult(named.contains(name(change)), "named", Only.class);
        }
    }

    private static String name(ChangeSet change) {
        return change.getAuthor() + ":" + change.getId();
    }
}

package app.primaryassistant.platform.jobs;

import static app.primaryassistant.platform.persistence.Parameters.with;

import app.primaryassistant.platform.persistence.PooledSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;

/** Gives the work of a night to one of all replicas. */
@ApplicationScoped
public class NightlyWork {

    @Inject
    private PooledSql sql;

    /** Whether the caller is the first one to ask for this task on this day, in UTC, and so is the one that does it. */
    public boolean claim(String task, LocalDate day) {
        return sql.one(
                "select claim_nightly_work(:task, :day)",
                Boolean.class,
                with("task", task).and("day", day));
    }
}

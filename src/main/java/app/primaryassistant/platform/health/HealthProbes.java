package app.primaryassistant.platform.health;

import app.primaryassistant.platform.config.Settings;
import app.primaryassistant.platform.persistence.DatabaseUnavailable;
import app.primaryassistant.platform.persistence.Migration;
import app.primaryassistant.platform.persistence.PooledSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Asks the database, the schema and the storage how they are. */
@ApplicationScoped
public class HealthProbes {

    private static final int SECONDS = 2;

    @Inject
    private PooledSql sql;

    @Inject
    private Migration migration;

    @Inject
    @Any
    private Instance<HealthNotice> remarks;

    @Inject
    private Settings settings;

    /** What the program cannot serve without. */
    public List<ProbeResult> all() {
        return List.of(database(), schema(), storage());
    }

    /** What should be looked at, although the program serves without it. */
    public List<HealthNotice> remarks() {
        return remarks.stream().toList();
    }

    ProbeResult schema() {
        return migration.done() ? ProbeResult.up("schema") : ProbeResult.down("schema", "waiting for migrations");
    }

    private ProbeResult database() {
        try {
            return sql.answers(SECONDS) ? ProbeResult.up("database") : ProbeResult.down("database", "does not respond");
        } catch (DatabaseUnavailable unreachable) {
            return ProbeResult.down("database", "cannot be reached");
        }
    }

    private ProbeResult storage() {
        try {
            Path directory = Files.createDirectories(Path.of(settings.get("STORAGE_DIRECTORY")));
            Files.delete(Files.createTempFile(directory, ".health", null));
            return ProbeResult.up("storage");
        } catch (IOException unwritable) {
            return ProbeResult.down("storage", "is not writable");
        }
    }
}

package app.primaryassistant.platform.jobs;

import app.primaryassistant.platform.config.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.Supplier;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/** Shows the {@link JobRecords} as metrics; the files are read when the metrics are. */
@ApplicationScoped
public class JobGauges {

    private static final double MILLIS_PER_SECOND = 1e3;

    @Inject
    private MetricRegistry registry;

    @Inject
    private Settings settings;

    void begin(@Observes @Initialized(ApplicationScoped.class) Object started) {
        var records = new JobRecords(Path.of(settings.get("STORAGE_DIRECTORY")));
        for (String job : JobRecords.JOBS) {
            gauge(
                    "assistant_job_last_success_timestamp_seconds",
                    "Unix time of the last successful run; 0 if there was none",
                    job,
                    () -> records.of(job)
                            .lastSuccess()
                            .map(Instant::getEpochSecond)
                            .orElse(0L));
            gauge(
                    "assistant_job_last_duration_seconds",
                    "Duration of the latest run",
                    job,
                    () -> records.of(job).lastDuration().toMillis() / MILLIS_PER_SECOND);
            gauge(
                    "assistant_job_failures",
                    "Failed runs since the installation",
                    job,
                    () -> records.of(job).failures());
        }
    }

    private <N extends Number> void gauge(String name, String description, String job, Supplier<N> value) {
        registry.gauge(
                Metadata.builder().withName(name).withDescription(description).build(), value, new Tag("task", job));
    }
}

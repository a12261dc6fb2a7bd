package app.primaryassistant.platform.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;

/**
 * Liveness says only that requests are served: a restart would not bring a lost database back. Readiness says that they
 * can be served well; a proxy should wait otherwise.
 */
@ApplicationScoped
public class HealthChecks {

    @Inject
    private HealthProbes parts;

    @Produces
    @Liveness
    HealthCheck live() {
        return () -> HealthCheckResponse.up("server");
    }

    @Produces
    @Startup
    HealthCheck started() {
        return () -> HealthCheckResponse.named("schema")
                .status(parts.schema().isUp())
                .build();
    }

    @Produces
    @Readiness
    HealthCheck ready() {
        return () -> {
            var all = parts.all();
            var response = HealthCheckResponse.named("parts")
                    .status(!leaving() && all.stream().allMatch(ProbeResult::isUp));
            all.forEach(part -> response.withData(part.name(), part.status()));
            parts.remarks().forEach(remark -> response.withData(remark.name(), remark.summary()));
            return response.build();
        };
    }

    /** Set by the launcher some seconds before the server stops, so that a proxy sends nothing more here. */
    private static boolean leaving() {
        return Boolean.getBoolean("assistant.leaving");
    }
}
